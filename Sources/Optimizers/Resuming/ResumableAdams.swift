extension AdamMoments {
  /// The arrays of a snapshot, and the running factors.
  var saved: (arrays: [[Scalar]], factors: [Scalar]) {
    ([first, second, maximum], [firstWeight.total, secondWeight.total])
  }

  /// Restores the saved arrays and factors.
  init(arrays: [[Scalar]], factors: [Scalar]) {
    (first, second, maximum) = (arrays[0], arrays[1], arrays[2])
    (firstWeight, secondWeight) = (AverageWeight(total: factors[0]), AverageWeight(total: factors[1]))
  }
}

extension Adam: ResumableOptimizer {
  /// The state that is needed to resume exactly.
  public var snapshot: OptimizerSnapshot<Scalar> {
    let (arrays, factors) = moments.saved
    return OptimizerSnapshot(
      rule: "Adam", stepCount: stepCount, numbers: [learningRate] + factors, arrays: arrays)
  }

  /// Resumes from a snapshot of this rule.
  public mutating func restore(_ snapshot: OptimizerSnapshot<Scalar>) throws(SnapshotError) {
    try snapshot.check(rule: "Adam", numbers: 3, kept: [true, true, amsgrad != .off])
    learningRate = snapshot.numbers[0]
    moments = AdamMoments(arrays: snapshot.arrays, factors: Array(snapshot.numbers[1...]))
    log = StepLog(count: snapshot.stepCount)
  }
}

extension AdamW: ResumableOptimizer {
  /// The state that is needed to resume exactly.
  public var snapshot: OptimizerSnapshot<Scalar> {
    var snapshot = adam.snapshot
    snapshot.rule = "AdamW"
    snapshot.stepCount = stepCount
    return snapshot
  }

  /// Resumes from a snapshot of this rule.
  public mutating func restore(_ snapshot: OptimizerSnapshot<Scalar>) throws(SnapshotError) {
    var inner = snapshot
    inner.rule = "Adam"
    guard snapshot.rule == "AdamW" else { throw .rule(expected: "AdamW", found: snapshot.rule) }
    try adam.restore(inner)
    log = StepLog(count: snapshot.stepCount)
  }
}

extension NAdam: ResumableOptimizer {
  /// The state that is needed to resume exactly.
  public var snapshot: OptimizerSnapshot<Scalar> {
    let (arrays, factors) = moments.saved
    return OptimizerSnapshot(
      rule: "NAdam", stepCount: stepCount, numbers: [learningRate, momentumProduct] + factors, arrays: arrays)
  }

  /// Resumes from a snapshot of this rule.
  public mutating func restore(_ snapshot: OptimizerSnapshot<Scalar>) throws(SnapshotError) {
    try snapshot.check(rule: "NAdam", numbers: 4, kept: [true, true, amsgrad != .off])
    (learningRate, momentumProduct) = (snapshot.numbers[0], snapshot.numbers[1])
    moments = AdamMoments(arrays: snapshot.arrays, factors: Array(snapshot.numbers[2...]))
    log = StepLog(count: snapshot.stepCount)
  }
}
