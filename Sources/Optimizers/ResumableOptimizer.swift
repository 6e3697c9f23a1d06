/// An optimizer whose memory can be saved and taken back, so that training goes on exactly as it would have.
///
/// Hyper-parameters are not part of a snapshot, except the rate, which schedules move: make the optimizer anew as
/// before, then restore.
public protocol ResumableOptimizer<Scalar>: Optimizer {
  /// What the optimizer remembers.
  var snapshot: OptimizerSnapshot<Scalar> { get }

  /// Takes back what an optimizer with the same hyper-parameters remembered.
  ///
  /// - Returns: Whether the snapshot is of this rule; if not, nothing is changed.
  mutating func restore(_ snapshot: OptimizerSnapshot<Scalar>) -> Bool
}

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

extension SGD: ResumableOptimizer {
  /// What has to be saved to go on exactly.
  public var snapshot: OptimizerSnapshot<Scalar> {
    OptimizerSnapshot(
      rule: "SGD", stepCount: stepCount, numbers: [learningRate, Scalar(parameterCount)],
      arrays: [momentumBuffer])
  }

  /// Goes on from what was saved.
  public mutating func restore(_ snapshot: OptimizerSnapshot<Scalar>) -> Bool {
    guard snapshot.fits("SGD", numbers: 2, arrays: 1) else { return false }
    learningRate = snapshot.numbers[0]
    parameterCount = Int(snapshot.numbers[1])
    momentumBuffer = snapshot.arrays[0]
    log = StepLog(count: snapshot.stepCount)
    return true
  }
}

extension RMSProp: ResumableOptimizer {
  /// What has to be saved to go on exactly.
  public var snapshot: OptimizerSnapshot<Scalar> {
    OptimizerSnapshot(
      rule: "RMSProp", stepCount: stepCount, numbers: [learningRate, weight.total, initialShare],
      arrays: [momentumBuffer, second, first])
  }

  /// Goes on from what was saved.
  public mutating func restore(_ snapshot: OptimizerSnapshot<Scalar>) -> Bool {
    guard snapshot.fits("RMSProp", numbers: 3, arrays: 3) else { return false }
    learningRate = snapshot.numbers[0]
    weight = AverageWeight(total: snapshot.numbers[1])
    initialShare = snapshot.numbers[2]
    (momentumBuffer, second, first) = (snapshot.arrays[0], snapshot.arrays[1], snapshot.arrays[2])
    log = StepLog(count: snapshot.stepCount)
    return true
  }
}

extension Adam: ResumableOptimizer {
  /// What has to be saved to go on exactly.
  public var snapshot: OptimizerSnapshot<Scalar> {
    OptimizerSnapshot(
      rule: "Adam", stepCount: stepCount,
      numbers: [learningRate, moments.firstWeight.total, moments.secondWeight.total],
      arrays: [moments.first, moments.second, moments.maximum])
  }

  /// Goes on from what was saved.
  public mutating func restore(_ snapshot: OptimizerSnapshot<Scalar>) -> Bool {
    guard snapshot.fits("Adam", numbers: 3, arrays: 3) else { return false }
    learningRate = snapshot.numbers[0]
    moments.firstWeight = AverageWeight(total: snapshot.numbers[1])
    moments.secondWeight = AverageWeight(total: snapshot.numbers[2])
    (moments.first, moments.second, moments.maximum) = (
      snapshot.arrays[0], snapshot.arrays[1], snapshot.arrays[2]
    )
    log = StepLog(count: snapshot.stepCount)
    return true
  }
}
