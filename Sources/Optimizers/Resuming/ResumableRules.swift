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

extension AdaGrad: ResumableOptimizer {
  /// What has to be saved to go on exactly.
  public var snapshot: OptimizerSnapshot<Scalar> {
    OptimizerSnapshot(rule: "AdaGrad", stepCount: stepCount, numbers: [learningRate], arrays: [accumulator])
  }

  /// Goes on from what was saved.
  public mutating func restore(_ snapshot: OptimizerSnapshot<Scalar>) -> Bool {
    guard snapshot.fits("AdaGrad", numbers: 1, arrays: 1) else { return false }
    learningRate = snapshot.numbers[0]
    accumulator = snapshot.arrays[0]
    log = StepLog(count: snapshot.stepCount)
    return true
  }
}

extension AdaDelta: ResumableOptimizer {
  /// What has to be saved to go on exactly.
  public var snapshot: OptimizerSnapshot<Scalar> {
    OptimizerSnapshot(
      rule: "AdaDelta", stepCount: stepCount, numbers: [learningRate], arrays: [meanSquare, meanSquareUpdate])
  }

  /// Goes on from what was saved.
  public mutating func restore(_ snapshot: OptimizerSnapshot<Scalar>) -> Bool {
    guard snapshot.fits("AdaDelta", numbers: 1, arrays: 2) else { return false }
    learningRate = snapshot.numbers[0]
    (meanSquare, meanSquareUpdate) = (snapshot.arrays[0], snapshot.arrays[1])
    log = StepLog(count: snapshot.stepCount)
    return true
  }
}

extension Lion: ResumableOptimizer {
  /// What has to be saved to go on exactly.
  public var snapshot: OptimizerSnapshot<Scalar> {
    OptimizerSnapshot(rule: "Lion", stepCount: stepCount, numbers: [learningRate], arrays: [firstMoment])
  }

  /// Goes on from what was saved.
  public mutating func restore(_ snapshot: OptimizerSnapshot<Scalar>) -> Bool {
    guard snapshot.fits("Lion", numbers: 1, arrays: 1) else { return false }
    learningRate = snapshot.numbers[0]
    firstMoment = snapshot.arrays[0]
    log = StepLog(count: snapshot.stepCount)
    return true
  }
}

extension Adamax: ResumableOptimizer {
  /// What has to be saved to go on exactly.
  public var snapshot: OptimizerSnapshot<Scalar> {
    OptimizerSnapshot(
      rule: "Adamax", stepCount: stepCount, numbers: [learningRate, weight.total],
      arrays: [firstMoment, infinityNorm])
  }

  /// Goes on from what was saved.
  public mutating func restore(_ snapshot: OptimizerSnapshot<Scalar>) -> Bool {
    guard snapshot.fits("Adamax", numbers: 2, arrays: 2) else { return false }
    learningRate = snapshot.numbers[0]
    weight = AverageWeight(total: snapshot.numbers[1])
    (firstMoment, infinityNorm) = (snapshot.arrays[0], snapshot.arrays[1])
    log = StepLog(count: snapshot.stepCount)
    return true
  }
}
