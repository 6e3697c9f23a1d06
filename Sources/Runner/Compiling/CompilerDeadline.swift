/// When a call of the compiler is given up.
///
/// Its own processor time counts, since a busy machine gives it little. Processor time is looked at only when as much
/// time has passed; where the system does not tell it, and for a compiler that waits, ten times as long is enough.
struct CompilerDeadline {
  private let start = ContinuousClock.now
  let processorTime: Duration

  @Sendable func isPassed(_ family: ProcessFamily) -> Bool {
    let time = ContinuousClock.now - start
    return time > processorTime && (time > processorTime * 10 || family.processorTime > processorTime)
  }
}
