extension NAdam {
  /// m, the running mean of the gradient, not corrected for bias; empty before the first step.
  public var firstMoment: [Scalar] { moments.first }

  /// v, the running mean square of the gradient, not corrected for bias; empty before the first step.
  public var secondMoment: [Scalar] { moments.second }

  /// w, the largest second moment so far; empty before the first step and without AMSGrad.
  public var maximumSecondMoment: [Scalar] { moments.maximum }

  /// Throws unless a step with this gradient would be applied.
  ///
  /// - Parameters:
  ///   - parameters: θ.
  ///   - gradient: g; |g + λθ| up to half the root of the largest number is accepted.
  ///   - assumingFinite: Whether only the lengths are looked at.
  /// - Throws: ``StepError``.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public func check(
    _ parameters: Span<Scalar>, gradient: Span<Scalar>, assumingFinite: Bool
  ) throws(StepError) {
    try admit(
      parameters, gradient: gradient, stateCount: moments.first.count, limit: .squarable,
      l2: weightDecay.gradientFactor,
      assumingFinite: assumingFinite)
  }

  /// Computes one step that has been checked; call `step` or `checkedStep` instead.
  ///
  /// - Parameters:
  ///   - parameters: θ, updated in place.
  ///   - gradient: g, as long as `parameters`.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public mutating func apply(_ parameters: inout MutableSpan<Scalar>, gradient: Span<Scalar>) {
    moments.prepare(count: parameters.count, beta1: beta1, beta2: beta2, keepsMaximum: amsgrad != .off)
    let current = momentum(at: log.count + 1)
    let next = momentum(at: log.count + 2)
    momentumProduct *= current
    var factors = AdamFactors<Scalar>(beta1: beta1, beta2: beta2)
    factors.fromMoment = learningRate * next / (biasCorrection ? 1 - momentumProduct * next : 1)
    factors.fromGradient = learningRate * (1 - current) / (biasCorrection ? 1 - momentumProduct : 1)
    factors.setDecay(weightDecay, learningRate: learningRate)
    factors.setDenominator(
      secondWeight: biasCorrection ? moments.secondWeight.total : 1, amsgrad: amsgrad,
      epsilon: epsilon, rootEpsilon: rootEpsilon, placement: epsilonPlacement)
    moments.move(&parameters, gradient, factors)
  }

  /// μₜ = β₁·(1 − ½·0.96^(t·ψ)).
  private func momentum(at step: Int) -> Scalar {
    beta1 * (1 - Scalar(power(0.96, Double(step) * Double(momentumDecay))) / 2)
  }
}
