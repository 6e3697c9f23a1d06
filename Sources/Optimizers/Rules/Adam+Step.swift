extension Adam {
  /// m, the running mean of the gradient, not corrected for bias; empty before the first step.
  public var firstMoment: [Scalar] { moments.first }

  /// v, the running mean square of the gradient, not corrected for bias; empty before the first step.
  public var secondMoment: [Scalar] { moments.second }

  /// w, the largest second moment so far; empty before the first step and without AMSGrad.
  public var maximumSecondMoment: [Scalar] { moments.maximum }

  /// The conditions of a step of this rule.
  public var requirements: StepRequirements<Scalar> {
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    get {
      StepRequirements(
        parameterCount: moments.first.count, gradientLimit: .squarable, l2: weightDecay.gradientFactor,
        invalid: learningRate.invalid("learningRate", unless: .finite)
          ?? beta1.invalid("beta1", unless: .belowOne)
          ?? beta2.invalid("beta2", unless: .belowOne)
          ?? epsilon.invalid("epsilon", unless: .nonNegative)
          ?? rootEpsilon.invalid("rootEpsilon", unless: .nonNegative)
          ?? weightDecay.invalid)
    }
  }

  /// Computes one step that has been checked; call `step` or `checkedStep` instead.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public mutating func apply(_ parameters: inout MutableSpan<Scalar>, gradient: Span<Scalar>) {
    moments.prepare(count: parameters.count, beta1: beta1, beta2: beta2, keepsMaximum: amsgrad != .off)
    var factors = AdamFactors<Scalar>(beta1: beta1, beta2: beta2)
    factors.fromMoment = correctsBias ? learningRate / moments.firstWeight.total : learningRate
    factors.setDecay(weightDecay, learningRate: learningRate)
    factors.setDenominator(
      secondWeight: correctsBias ? moments.secondWeight.total : 1, amsgrad: amsgrad,
      epsilon: epsilon, rootEpsilon: rootEpsilon, placement: epsilonPlacement)
    log.leavesFiniteParameters = moments.move(&parameters, gradient, factors)
  }
}
