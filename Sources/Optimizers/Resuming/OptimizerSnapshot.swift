/// The memory of an optimizer.
public struct OptimizerSnapshot<Scalar: OptimizerScalar>: Equatable, Sendable {
  /// The name of the rule.
  public var rule: String
  /// Steps applied.
  public var stepCount: Int
  /// The rate and running factors, in an order of the rule's own.
  public var numbers: [Scalar]
  /// The arrays of the rule, in an order of its own; empty ones included.
  public var arrays: [[Scalar]]

  /// Creates a snapshot.
  public init(rule: String, stepCount: Int, numbers: [Scalar], arrays: [[Scalar]]) {
    (self.rule, self.stepCount, self.numbers, self.arrays) = (rule, stepCount, numbers, arrays)
  }

  func fits(_ rule: String, numbers numberCount: Int, arrays arrayCount: Int) -> Bool {
    let count = arrays.map(\.count).max() ?? 0
    return self.rule == rule && stepCount >= 0 && numbers.count == numberCount && arrays.count == arrayCount
      && arrays.allSatisfy { $0.isEmpty || $0.count == count }
  }
}
