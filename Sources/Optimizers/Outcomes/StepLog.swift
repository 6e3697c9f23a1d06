/// The record every rule keeps: how many steps were applied, and how the last one went.
public struct StepLog: Equatable, Sendable {
  /// How many steps have been applied.
  public private(set) var count = 0

  /// What became of the most recent step; `nil` before the first.
  public private(set) var last: StepOutcome?

  /// An empty record.
  public init() {}

  /// A record of so many applied steps, as a resumed optimizer has it.
  init(count: Int) { self.count = count }

  mutating func accept() {
    count += 1
    last = .applied
  }

  /// Stores the error and tells whether it is the first of a run of rejections.
  @discardableResult
  mutating func reject(_ error: StepError) -> Bool {
    let isFirst = last?.isApplied ?? true
    last = .rejected(error)
    return isFirst
  }
}
