/// Adds up the time that a program waits for a core because other programs use all of them.
struct WaitingTime {
  /// The time since the last reset.
  private(set) var total = Duration.zero
  private var start = SuspendingClock.now
  /// The longest wait of a process of the program so far.
  private var longest: Duration?

  /// Sets the time to zero.
  mutating func reset(now: SuspendingClock.Instant = .now) {
    total = .zero
    start = now
  }

  /// Adds the time since the last call. The system counts a wait when it is over.
  ///
  /// Processes of the program also wait for each other, and that does not count. Processes that end quickly leave no
  /// trace of their processor time, so their number at this moment decides: of three that are ready, each may wait for
  /// the two others.
  mutating func note(
    _ members: [ProcessTable.Entry], now: SuspendingClock.Instant = .now,
    wait: (ProcessTable.Entry) -> Duration = { ProcessTable.waitingTime(of: $0.id) }
  ) {
    let waits = members.map(wait).max() ?? .zero
    if let longest {
      let ready = max(1, members.count { $0.isReady })
      total = min(total + max(.zero, waits - longest) / ready, now - start)
    }
    longest = waits
  }
}
