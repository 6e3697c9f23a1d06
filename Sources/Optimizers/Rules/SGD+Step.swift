extension SGD {
  /// The conditions of a step of this rule.
  public var requirements: StepRequirements<Scalar> {
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    get {
      StepRequirements(
        parameterCount: parameterCount, gradientLimit: .finite, l2: weightDecay.gradientFactor,
        invalid: learningRate.invalid("learningRate", unless: .finite)
          ?? momentum.invalid("momentum", unless: .belowOne)
          ?? dampening.invalid("dampening", unless: .share)
          ?? weightDecay.invalid)
    }
  }

  /// Computes one step that has been checked; call `step` or `checkedStep` instead.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public mutating func apply(_ parameters: inout MutableSpan<Scalar>, gradient: Span<Scalar>) {
    parameterCount = parameters.count
    let (l2, rate) = (weightDecay.gradientFactor, learningRate)
    let retention = weightDecay.retention(learningRate: learningRate)
    if momentum == 0 {
      momentumBuffer = []
      log.leavesFiniteParameters = sweep(&parameters, gradient) { theta, gradient in
        theta = retention * theta - rate * pulled(gradient, theta, by: l2)
      }
      return
    }
    let isFirst = momentumBuffer.isEmpty
    if isFirst { momentumBuffer = Array(repeating: 0, count: parameters.count) }
    let factors = MomentumFactors(self, isFirst: isFirst)
    log.leavesFiniteParameters = sweep(&parameters, gradient, &momentumBuffer) { theta, gradient, b in
      let g = pulled(gradient, theta, by: l2)
      b = factors.momentum * b + factors.bufferIntake * g
      theta = retention * theta - factors.rate * (factors.directIntake * g + factors.kept * b)
    }
  }
}

/// The numbers of one momentum step, with the options folded in so that the loop has no branches.
private struct MomentumFactors<Scalar: OptimizerScalar> {
  let momentum, bufferIntake, directIntake, kept, rate: Scalar

  init(_ rule: SGD<Scalar>, isFirst: Bool) {
    let isOutside = rule.momentumScaling == .outsideBuffer
    let intake: Scalar = isOutside ? 1 : rule.learningRate
    rate = isOutside ? rule.learningRate : 1
    momentum = rule.momentum
    bufferIntake = isFirst && !rule.dampensFirstStep ? intake : intake * (1 - rule.dampening)
    directIntake = rule.isNesterov ? intake : 0
    kept = rule.isNesterov ? rule.momentum : 1
  }
}
