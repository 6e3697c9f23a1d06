extension AdaDelta {
  /// The conditions of a step of this rule.
  public var requirements: StepRequirements<Scalar> {
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    get {
      StepRequirements(
        parameterCount: meanSquare.count, gradientLimit: .squarable, l2: weightDecay.gradientFactor,
        invalid: learningRate.invalid("learningRate", unless: .finite)
          ?? decay.invalid("decay", unless: .share)
          ?? epsilon.invalid("epsilon", unless: .nonNegative)
          ?? weightDecay.invalid)
    }
  }

  /// Computes one step that has been checked; call `step` or `checkedStep` instead.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public mutating func apply(_ parameters: inout MutableSpan<Scalar>, gradient: Span<Scalar>) {
    if meanSquare.count != parameters.count {
      meanSquare = Array(repeating: 0, count: parameters.count)
      meanSquareUpdate = meanSquare
    }
    let (decay, share, epsilon, rate) = (self.decay, 1 - self.decay, self.epsilon, learningRate)
    let l2 = weightDecay.gradientFactor
    let retention = weightDecay.retention(learningRate: learningRate)
    log.leavesFiniteParameters = sweep(&parameters, gradient, &meanSquare, &meanSquareUpdate) {
      theta, gradient, v, u in
      let g = pulled(gradient, theta, by: l2)
      v = decay * v + share * (g * g)
      let d = root(guardedQuotient(u + epsilon, v + epsilon)) * g
      u = decay * u + share * (d * d)
      theta = retention * theta - rate * d
    }
  }
}
