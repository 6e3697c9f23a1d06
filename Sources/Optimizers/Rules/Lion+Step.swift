extension Lion {
  /// The conditions of a step of this rule.
  public var requirements: StepRequirements<Scalar> {
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    get {
      StepRequirements(
        parameterCount: firstMoment.count, gradientLimit: .finite, l2: weightDecay.gradientFactor,
        invalid: learningRate.invalid("learningRate", unless: .finite)
          ?? beta1.invalid("beta1", unless: .share)
          ?? beta2.invalid("beta2", unless: .share)
          ?? weightDecay.invalid)
    }
  }

  /// Computes one step that has been checked; call `step` or `checkedStep` instead.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public mutating func apply(_ parameters: inout MutableSpan<Scalar>, gradient: Span<Scalar>) {
    if firstMoment.count != parameters.count {
      firstMoment = Array(repeating: 0, count: parameters.count)
    }
    let (beta1, share1, beta2, share2) = (self.beta1, 1 - self.beta1, self.beta2, 1 - self.beta2)
    let (rate, l2) = (learningRate, weightDecay.gradientFactor)
    let retention = weightDecay.retention(learningRate: learningRate)
    log.leavesFiniteParameters = sweep(&parameters, gradient, &firstMoment) { theta, gradient, m in
      let g = pulled(gradient, theta, by: l2)
      let direction = beta1 * m + share1 * g
      m = beta2 * m + share2 * g
      theta = retention * theta - (direction > 0 ? rate : direction < 0 ? -rate : 0)
    }
  }
}
