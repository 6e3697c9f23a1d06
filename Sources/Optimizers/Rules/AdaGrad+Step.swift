extension AdaGrad {
  /// Throws unless a step with this gradient would be applied.
  ///
  /// - Parameters:
  ///   - parameters: θ.
  ///   - gradient: g; |g + λθ| up to the root of the largest number, divided by 1024, is accepted, so that the
  ///     sum of squares stays finite for a million such steps.
  ///   - assumingFinite: Whether only the lengths are looked at.
  /// - Throws: ``StepError``.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public func check(
    _ parameters: Span<Scalar>, gradient: Span<Scalar>, assumingFinite: Bool
  ) throws(StepError) {
    try admit(
      parameters, gradient: gradient, stateCount: accumulator.count, limit: .summable,
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
    if accumulator.count != parameters.count {
      accumulator = Array(repeating: initialAccumulator, count: parameters.count)
    }
    let rate = learningRate / (1 + Scalar(log.count) * learningRateDecay)
    let l2 = weightDecay.gradientFactor
    let retention = weightDecay.retention(learningRate: rate)
    let (inner, outer) = epsilonPlacement == .insideRoot ? (epsilon, 0) : (0, epsilon)
    sweep(&parameters, gradient, &accumulator) { theta, gradient, sum in
      let g = pulled(gradient, theta, by: l2)
      sum += g * g
      theta = retention * theta - rate * guardedQuotient(g, root(sum + inner) + outer)
    }
  }
}
