extension Lion {
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
    }
    let (beta1, share1, beta2, share2) = (self.beta1, 1 - self.beta1, self.beta2, 1 - self.beta2)
    let (rate, l2) = (learningRate, weightDecay.gradientFactor)
    let retention = weightDecay.retention(learningRate: learningRate)
    sweep(&parameters, gradient, &firstMoment) { theta, gradient, m in
      let g = pulled(gradient, theta, by: l2)
      let direction = beta1 * m + share1 * g
      m = beta2 * m + share2 * g
      theta = retention * theta - (direction > 0 ? rate : direction < 0 ? -rate : 0)
    }
  }
}
