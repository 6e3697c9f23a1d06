/// The saved state of an optimizer.
public struct OptimizerSnapshot<Scalar: OptimizerScalar>: Equatable, Sendable {
  /// The name of the rule.
  public var rule: String
  /// Steps applied.
  public var stepCount: Int
  /// The number of parameters that the steps were applied to; 0 before the first.
  public var parameterCount: Int
  /// The rate and running factors, in the order that the rule defines.
  public var numbers: [Scalar]
  /// The arrays of the rule, in the order that it defines, including empty ones.
  public var arrays: [[Scalar]]

  /// Creates a snapshot.
  ///
  /// - Parameters:
  ///   - rule: The name of the rule.
  ///   - stepCount: Steps applied.
  ///   - parameterCount: The number of parameters; `nil` for the length of the longest array.
  ///   - numbers: The rate and running factors.
  ///   - arrays: The arrays of the rule.
  public init(
    rule: String, stepCount: Int, parameterCount: Int? = nil, numbers: [Scalar], arrays: [[Scalar]]
  ) {
    self.rule = rule
    self.stepCount = stepCount
    self.parameterCount = parameterCount ?? arrays.map(\.count).max() ?? 0
    (self.numbers, self.arrays) = (numbers, arrays)
  }

  /// Throws unless the snapshot has the expected rule, numbers and arrays, all finite.
  ///
  /// - Parameter kept: For each array, whether the rule keeps it with its current options.
  func check(rule: String, numbers numberCount: Int, kept: [Bool]) throws(SnapshotError) {
    guard self.rule == rule else { throw .rule(expected: rule, found: self.rule) }
    guard numbers.count == numberCount else {
      throw .numberCount(expected: numberCount, found: numbers.count)
    }
    guard arrays.count == kept.count else { throw .arrayCount(expected: kept.count, found: arrays.count) }
    guard stepCount >= 0, stepCount < .max / 2, parameterCount >= 0 else {
      throw .counts(steps: stepCount, parameters: parameterCount)
    }
    for index in kept.indices {
      let expected = kept[index] ? parameterCount : 0
      guard arrays[index].count == expected else {
        throw .arrayLength(array: index, expected: expected, found: arrays[index].count)
      }
    }
    guard numbers.allSatisfy(\.isFinite), arrays.allSatisfy({ $0.allSatisfy(\.isFinite) }) else {
      throw .notFinite
    }
  }
}
