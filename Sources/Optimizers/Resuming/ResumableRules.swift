extension SGD: ResumableOptimizer {
  /// The state that is needed to resume exactly.
  public var snapshot: OptimizerSnapshot<Scalar> {
    OptimizerSnapshot(
      rule: "SGD", stepCount: stepCount, parameterCount: parameterCount, numbers: [learningRate],
      arrays: [momentumBuffer])
  }

  /// Resumes from a snapshot of this rule.
  public mutating func restore(_ snapshot: OptimizerSnapshot<Scalar>) throws(SnapshotError) {
    try snapshot.check(rule: "SGD", numbers: 1, kept: [momentum != 0])
    learningRate = snapshot.numbers[0]
    parameterCount = snapshot.parameterCount
    momentumBuffer = snapshot.arrays[0]
    log = StepLog(count: snapshot.stepCount)
  }
}

extension RMSProp: ResumableOptimizer {
  /// The state that is needed to resume exactly.
  public var snapshot: OptimizerSnapshot<Scalar> {
    OptimizerSnapshot(
      rule: "RMSProp", stepCount: stepCount, numbers: [learningRate, weight.total, initialShare],
      arrays: [momentumBuffer, second, first])
  }

  /// Resumes from a snapshot of this rule.
  public mutating func restore(_ snapshot: OptimizerSnapshot<Scalar>) throws(SnapshotError) {
    try snapshot.check(rule: "RMSProp", numbers: 3, kept: [momentum != 0, true, isCentered])
    learningRate = snapshot.numbers[0]
    weight = AverageWeight(total: snapshot.numbers[1])
    initialShare = snapshot.numbers[2]
    (momentumBuffer, second, first) = (snapshot.arrays[0], snapshot.arrays[1], snapshot.arrays[2])
    log = StepLog(count: snapshot.stepCount)
  }
}

extension AdaGrad: ResumableOptimizer {
  /// The state that is needed to resume exactly.
  public var snapshot: OptimizerSnapshot<Scalar> {
    OptimizerSnapshot(rule: "AdaGrad", stepCount: stepCount, numbers: [learningRate], arrays: [accumulator])
  }

  /// Resumes from a snapshot of this rule.
  public mutating func restore(_ snapshot: OptimizerSnapshot<Scalar>) throws(SnapshotError) {
    try snapshot.check(rule: "AdaGrad", numbers: 1, kept: [true])
    learningRate = snapshot.numbers[0]
    accumulator = snapshot.arrays[0]
    log = StepLog(count: snapshot.stepCount)
  }
}

extension AdaDelta: ResumableOptimizer {
  /// The state that is needed to resume exactly.
  public var snapshot: OptimizerSnapshot<Scalar> {
    OptimizerSnapshot(
      rule: "AdaDelta", stepCount: stepCount, numbers: [learningRate], arrays: [meanSquare, meanSquareUpdate])
  }

  /// Resumes from a snapshot of this rule.
  public mutating func restore(_ snapshot: OptimizerSnapshot<Scalar>) throws(SnapshotError) {
    try snapshot.check(rule: "AdaDelta", numbers: 1, kept: [true, true])
    learningRate = snapshot.numbers[0]
    (meanSquare, meanSquareUpdate) = (snapshot.arrays[0], snapshot.arrays[1])
    log = StepLog(count: snapshot.stepCount)
  }
}

extension Lion: ResumableOptimizer {
  /// The state that is needed to resume exactly.
  public var snapshot: OptimizerSnapshot<Scalar> {
    OptimizerSnapshot(rule: "Lion", stepCount: stepCount, numbers: [learningRate], arrays: [firstMoment])
  }

  /// Resumes from a snapshot of this rule.
  public mutating func restore(_ snapshot: OptimizerSnapshot<Scalar>) throws(SnapshotError) {
    try snapshot.check(rule: "Lion", numbers: 1, kept: [true])
    learningRate = snapshot.numbers[0]
    firstMoment = snapshot.arrays[0]
    log = StepLog(count: snapshot.stepCount)
  }
}

extension Adamax: ResumableOptimizer {
  /// The state that is needed to resume exactly.
  public var snapshot: OptimizerSnapshot<Scalar> {
    OptimizerSnapshot(
      rule: "Adamax", stepCount: stepCount, numbers: [learningRate, weight.total],
      arrays: [firstMoment, infinityNorm])
  }

  /// Resumes from a snapshot of this rule.
  public mutating func restore(_ snapshot: OptimizerSnapshot<Scalar>) throws(SnapshotError) {
    try snapshot.check(rule: "Adamax", numbers: 2, kept: [true, true])
    learningRate = snapshot.numbers[0]
    weight = AverageWeight(total: snapshot.numbers[1])
    (firstMoment, infinityNorm) = (snapshot.arrays[0], snapshot.arrays[1])
    log = StepLog(count: snapshot.stepCount)
  }
}
