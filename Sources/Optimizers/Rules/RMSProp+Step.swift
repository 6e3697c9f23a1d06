extension RMSProp {
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
      parameters, gradient: gradient, stateCount: second.count, limit: .squarable,
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
    prepare(count: parameters.count)
    let factors = RMSPropFactors(self)
    switch (centered, momentum == 0) {
    case (false, true):
      factors.plain(&parameters, gradient, &second)
    case (false, false):
      factors.plain(&parameters, gradient, &second, &momentumBuffer)
    case (true, true):
      factors.centered(&parameters, gradient, &first, &second)
    case (true, false):
      factors.centered(&parameters, gradient, &first, &second, &momentumBuffer)
    }
  }

  /// Makes room for the state where there is none yet and advances the scalars that belong to a step.
  @inline(__always)
  private mutating func prepare(count: Int) {
    if second.count != count {
      let start = centered && biasCorrection ? 0 : initialMeanSquare
      second = Array(repeating: start, count: count)
      if centered { first = Array(repeating: 0, count: count) }
    }
    if momentum != 0 && momentumBuffer.count != count {
      momentumBuffer = Array(repeating: 0, count: count)
    }
    weight.add(decay: decay)
    initialShare *= decay
  }
}
