/// Adds up the time that a program waits for a core because other programs use all of them.
struct WaitingTime {
  /// The time since the last reset.
  var total = Duration.zero
  /// The longest wait of a process of the program, and the moment when it was read.
  private var last: (wait: Duration, moment: SuspendingClock.Instant)?

  /// Adds the time since the last call.
  ///
  /// Processes of the program also wait for each other, and that does not count. Processes that end quickly leave no
  /// trace of their processor time, so their number at this moment decides: of three that are ready, each may wait for
  /// the two others.
  mutating func note(
    _ members: [ProcessTable.Entry], now: SuspendingClock.Instant = .now,
    wait: (ProcessTable.Entry) -> Duration = { ProcessTable.waitingTime(of: $0.id) }
  ) {
    let longest = members.map(wait).max() ?? .zero
    if let last {
      let ready = members.count { $0.isReady }
      total += min(max(.zero, longest - last.wait), now - last.moment) / max(1, ready)
    }
    last = (longest, now)
  }
}
