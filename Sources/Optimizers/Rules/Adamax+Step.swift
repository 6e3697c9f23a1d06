extension Adamax {
  /// The conditions of a step of this rule.
  public var requirements: StepRequirements<Scalar> {
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    get {
      StepRequirements(
        parameterCount: firstMoment.count, gradientLimit: .finite, l2: weightDecay.gradientFactor,
        invalid: learningRate.invalid("learningRate", unless: .finite)
          ?? beta1.invalid("beta1", unless: .belowOne)
          ?? beta2.invalid("beta2", unless: .share)
          ?? epsilon.invalid("epsilon", unless: .nonNegative)
          ?? weightDecay.invalid)
    }
  }

  /// Computes one step that has been checked; call `step` or `checkedStep` instead.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public mutating func apply(_ parameters: inout MutableSpan<Scalar>, gradient: Span<Scalar>) {
    if firstMoment.count != parameters.count {
      firstMoment = Array(repeating: 0, count: parameters.count)
      infinityNorm = firstMoment
    }
    weight.add(decay: beta1)
    let rate = correctsBias ? learningRate / weight.total : learningRate
    let (beta1, share1, beta2, l2) = (self.beta1, 1 - self.beta1, self.beta2, weightDecay.gradientFactor)
    let retention = weightDecay.retention(learningRate: learningRate)
    let (inner, outer) = epsilonPlacement == .insideRoot ? (epsilon, 0) : (0, epsilon)
    log.leavesFiniteParameters = sweep(&parameters, gradient, &firstMoment, &infinityNorm) {
      theta, gradient, m, u in
      let g = pulled(gradient, theta, by: l2)
      m = beta1 * m + share1 * g
      let (old, new) = (beta2 * u, g.magnitude + inner)
      u = new > old ? new : old
      theta = retention * theta - rate * guardedQuotient(m, u + outer)
    }
  }
}
