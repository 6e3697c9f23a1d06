/// The reason why an optimizer rejects a snapshot. The optimizer is unchanged.
public enum SnapshotError: Error, Equatable, Sendable {
  /// The snapshot belongs to another rule.
  case rule(expected: String, found: String)

  /// The snapshot has another number of running factors than the rule.
  case numberCount(expected: Int, found: Int)

  /// The snapshot has another number of arrays than the rule.
  case arrayCount(expected: Int, found: Int)

  /// An array of the snapshot, counted from 0, has another length than the rule and its options require.
  case arrayLength(array: Int, expected: Int, found: Int)

  /// A count is negative or impossibly large.
  case counts(steps: Int, parameters: Int)

  /// A number of the snapshot is NaN or infinite.
  case notFinite
}

extension SnapshotError: CustomStringConvertible {
  /// The error as a sentence: the problem and the fix.
  public var description: String {
    switch self {
    case .rule(let expected, let found):
      "the snapshot is of the rule \(found), not of \(expected); restore it into the rule that made it"
    case .numberCount(let expected, let found):
      "the snapshot has \(found) numbers, the rule has \(expected); it is damaged or of another version"
    case .arrayCount(let expected, let found):
      "the snapshot has \(found) arrays, the rule has \(expected); it is damaged or of another version"
    case .arrayLength(let array, let expected, let found):
      "array \(array) of the snapshot has \(found) elements, but must have \(expected); "
        + "create the rule with the options that it had when the snapshot was made"
    case .counts(let steps, let parameters):
      "the snapshot counts \(steps) steps and \(parameters) parameters; it is damaged"
    case .notFinite:
      "the snapshot holds a number that is not finite; go back to one from before the training diverged"
    }
  }
}
