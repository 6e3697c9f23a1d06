/// The record every rule keeps: how many steps were applied, and how the last one went.
public struct StepLog: Equatable, Sendable {
  /// How many steps have been applied.
  public private(set) var count = 0

  /// The outcome of the most recent step; `nil` before the first.
  public private(set) var last: StepOutcome?

  /// Whether the step that is being taken leaves only finite parameters, as far as its rule has seen that itself.
  var leavesFiniteParameters: Bool?

  /// An empty record.
  public init() {}

  /// A record of so many applied steps, as a resumed optimizer has it.
  init(count: Int) { self.count = count }

  /// The outcome of one step. Only this library makes entries, so nobody else can change a record.
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
