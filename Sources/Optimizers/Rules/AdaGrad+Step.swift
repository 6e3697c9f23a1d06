extension AdaGrad {
  /// The conditions of a step of this rule.
  public var requirements: StepRequirements<Scalar> {
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    get {
      StepRequirements(
        parameterCount: accumulator.count, gradientLimit: .summable, l2: weightDecay.gradientFactor,
        invalid: learningRate.invalid("learningRate", unless: .finite)
          ?? learningRateDecay.invalid("learningRateDecay", unless: .nonNegative)
          ?? initialAccumulator.invalid("initialAccumulator", unless: .nonNegative)
          ?? epsilon.invalid("epsilon", unless: .nonNegative)
          ?? weightDecay.invalid)
    }
  }

  /// Computes one step that has been checked; call `step` or `checkedStep` instead.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public mutating func apply(_ parameters: inout MutableSpan<Scalar>, gradient: Span<Scalar>) {
    if accumulator.count != parameters.count {
      accumulator = Array(repeating: initialAccumulator, count: parameters.count)
    }
    let rate = learningRate / (1 + Scalar(log.count) * learningRateDecay)
    let l2 = weightDecay.gradientFactor
    let retention = weightDecay.retention(learningRate: rate)
    let (inner, outer) = epsilonPlacement == .insideRoot ? (epsilon, 0) : (0, epsilon)
    log.leavesFiniteParameters = sweep(&parameters, gradient, &accumulator) { theta, gradient, sum in
      let g = pulled(gradient, theta, by: l2)
      sum += g * g
      theta = retention * theta - rate * guardedQuotient(g, root(sum + inner) + outer)
    }
  }
}
