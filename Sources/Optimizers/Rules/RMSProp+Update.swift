extension RMSProp {
  /// Computes one step; call `step` or `checkedStep` instead, which also keep the log.
  ///
  /// - Parameters:
  ///   - parameters: θ, updated in place.
  ///   - gradient: g, as long as `parameters`, every element finite and its square too.
  /// - Throws: ``StepError``; nothing was changed then.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public mutating func update(
    _ parameters: inout MutableSpan<Scalar>, gradient: Span<Scalar>
  ) throws(StepError) {
    try admit(
      parameters, gradient: gradient, stateCount: second.count, limit: .squarable,
      l2: weightDecay.gradientFactor)
    prepare(count: parameters.count)
    let factors = RMSPropFactors(self)
    let (head, body) = alignedRanges(parameters)
    switch (centered, momentum == 0) {
    case (false, true):
      factors.plain(&parameters, gradient, &second, head)
      factors.plain(&parameters, gradient, &second, body)
    case (false, false):
      factors.plain(&parameters, gradient, &second, &momentumBuffer, head)
      factors.plain(&parameters, gradient, &second, &momentumBuffer, body)
    case (true, true):
      factors.centered(&parameters, gradient, &first, &second, head)
      factors.centered(&parameters, gradient, &first, &second, body)
    case (true, false):
      factors.centered(&parameters, gradient, &first, &second, &momentumBuffer, head)
      factors.centered(&parameters, gradient, &first, &second, &momentumBuffer, body)
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
