/// The time limit of one compiler call.
///
/// The limit applies to processor time, because a compiler gets little of it on a busy machine. Processor time is read
/// only after as much real time has passed. Ten times the limit in real time also ends the call, in case the compiler
/// hangs or the system does not report processor time; the time that it waits for a core does not count.
struct CompilerDeadline {
  private let start = SuspendingClock.now
  let processorTime: Duration

  @Sendable func isPassed(_ family: ProcessFamily) -> Bool {
    let time = SuspendingClock.now - start
    return time > processorTime
      && (time - family.waitingTime > processorTime * 10 || family.processorTime > processorTime)
  }
}
