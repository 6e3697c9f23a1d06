extension AdaDelta {
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
      parameters, gradient: gradient, stateCount: meanSquare.count, limit: .squarable,
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
    if meanSquare.count != parameters.count {
      meanSquare = Array(repeating: 0, count: parameters.count)
      meanSquareUpdate = meanSquare
    }
    let (decay, share, epsilon, rate) = (self.decay, 1 - self.decay, self.epsilon, learningRate)
    let l2 = weightDecay.gradientFactor
    let retention = weightDecay.retention(learningRate: learningRate)
    sweep(&parameters, gradient, &meanSquare, &meanSquareUpdate) { theta, gradient, v, u in
      let g = pulled(gradient, theta, by: l2)
      v = decay * v + share * (g * g)
      let d = root(guardedQuotient(u + epsilon, v + epsilon)) * g
      u = decay * u + share * (d * d)
      theta = retention * theta - rate * d
    }
  }
}
