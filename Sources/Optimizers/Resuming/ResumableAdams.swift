extension AdamMoments {
  /// The arrays of a snapshot, and the running factors.
  var saved: (arrays: [[Scalar]], factors: [Scalar]) {
    ([first, second, maximum], [firstWeight.total, secondWeight.total])
  }

  /// Takes back what was saved.
  init(arrays: [[Scalar]], factors: [Scalar]) {
    (first, second, maximum) = (arrays[0], arrays[1], arrays[2])
    (firstWeight, secondWeight) = (AverageWeight(total: factors[0]), AverageWeight(total: factors[1]))
  }
}

extension Adam: ResumableOptimizer {
  /// What has to be saved to go on exactly.
  public var snapshot: OptimizerSnapshot<Scalar> {
    let (arrays, factors) = moments.saved
    return OptimizerSnapshot(
      rule: "Adam", stepCount: stepCount, numbers: [learningRate] + factors, arrays: arrays)
  }

  /// Goes on from what was saved.
  public mutating func restore(_ snapshot: OptimizerSnapshot<Scalar>) -> Bool {
    guard snapshot.fits("Adam", numbers: 3, arrays: 3) else { return false }
    learningRate = snapshot.numbers[0]
    moments = AdamMoments(arrays: snapshot.arrays, factors: Array(snapshot.numbers[1...]))
    log = StepLog(count: snapshot.stepCount)
    return true
  }
}

extension AdamW: ResumableOptimizer {
  /// What has to be saved to go on exactly.
  public var snapshot: OptimizerSnapshot<Scalar> {
    var snapshot = adam.snapshot
    snapshot.rule = "AdamW"
    snapshot.stepCount = stepCount
    return snapshot
  }

  /// Goes on from what was saved.
  public mutating func restore(_ snapshot: OptimizerSnapshot<Scalar>) -> Bool {
    var inner = snapshot
    inner.rule = "Adam"
    guard snapshot.rule == "AdamW", adam.restore(inner) else { return false }
    log = StepLog(count: snapshot.stepCount)
    return true
  }
}

extension NAdam: ResumableOptimizer {
  /// What has to be saved to go on exactly.
  public var snapshot: OptimizerSnapshot<Scalar> {
    let (arrays, factors) = moments.saved
    return OptimizerSnapshot(
      rule: "NAdam", stepCount: stepCount, numbers: [learningRate, momentumProduct] + factors, arrays: arrays)
  }

  /// Goes on from what was saved.
  public mutating func restore(_ snapshot: OptimizerSnapshot<Scalar>) -> Bool {
    guard snapshot.fits("NAdam", numbers: 4, arrays: 3) else { return false }
    (learningRate, momentumProduct) = (snapshot.numbers[0], snapshot.numbers[1])
    moments = AdamMoments(arrays: snapshot.arrays, factors: Array(snapshot.numbers[2...]))
    log = StepLog(count: snapshot.stepCount)
    return true
  }
}
