/// The record of a rule: the number of applied steps and the outcome of the last step.
public struct StepLog: Equatable, Sendable {
  /// The number of applied steps.
  public private(set) var count = 0

  /// The outcome of the most recent step; `nil` before the first.
  public private(set) var last: StepOutcome?

  /// Whether the current step leaves only finite parameters; `nil` when the rule has not checked that.
  var leavesFiniteParameters: Bool?

  /// An empty record.
  public init() {}

  /// A record of `count` applied steps, for a resumed optimizer.
  init(count: Int) { self.count = count }

  /// The outcome of one step. Only this library makes entries, so other code cannot change a record.
  public struct Entry: Sendable {
    let outcome: StepOutcome
  }

  /// Adds an outcome.
  ///
  /// - Parameter entry: The outcome.
  public mutating func record(_ entry: Entry) {
    if entry.outcome.isApplied { count += 1 }
    last = entry.outcome
    leavesFiniteParameters = nil
  }
}
