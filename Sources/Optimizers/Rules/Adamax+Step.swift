extension Adamax {
  /// Throws unless a step with this gradient would be applied.
  ///
  /// - Parameters:
  ///   - parameters: θ.
  ///   - gradient: g; any finite g + λθ is accepted.
  ///   - assumingFinite: Whether only the lengths are looked at.
  /// - Throws: ``StepError``.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public func check(
    _ parameters: Span<Scalar>, gradient: Span<Scalar>, assumingFinite: Bool
  ) throws(StepError) {
    try admit(
      parameters, gradient: gradient, stateCount: firstMoment.count, limit: .finite,
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
    if firstMoment.count != parameters.count {
      firstMoment = Array(repeating: 0, count: parameters.count)
      infinityNorm = firstMoment
    }
    weight.add(decay: beta1)
    let rate = biasCorrection ? learningRate / weight.total : learningRate
    let (beta1, share1, beta2, l2) = (self.beta1, 1 - self.beta1, self.beta2, weightDecay.gradientFactor)
    let retention = weightDecay.retention(learningRate: learningRate)
    let (inner, outer) = epsilonPlacement == .insideRoot ? (epsilon, 0) : (0, epsilon)
    sweep(&parameters, gradient, &firstMoment, &infinityNorm) { theta, gradient, m, u in
      let g = pulled(gradient, theta, by: l2)
      m = beta1 * m + share1 * g
      let (old, new) = (beta2 * u, g.magnitude + inner)
      u = new > old ? new : old
      theta = retention * theta - rate * guardedQuotient(m, u + outer)
    }
  }
}
