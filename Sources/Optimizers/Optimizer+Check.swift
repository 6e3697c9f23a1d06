extension Optimizer {
  /// Throws unless the lengths are equal and every gradient is finite: the check of a rule that has no own.
  ///
  /// - Parameters:
  ///   - parameters: θ.
  ///   - gradient: g.
  ///   - assumingFinite: Whether only the lengths are looked at.
  /// - Throws: ``StepError``.
  public func check(
    _ parameters: Span<Scalar>, gradient: Span<Scalar>, assumingFinite: Bool
  ) throws(StepError) {
    try admit(
      parameters, gradient: gradient, stateCount: 0, limit: .finite, l2: 0, assumingFinite: assumingFinite)
  }

  /// Throws unless a step with this gradient would be applied. Changes nothing.
  ///
  /// - Parameters:
  ///   - parameters: θ.
  ///   - gradient: g.
  /// - Throws: ``StepError``, for the first thing that is wrong.
  public func check(_ parameters: [Scalar], gradient: [Scalar]) throws(StepError) {
    try parameters.withSpan { (parameters) throws(StepError) in
      try gradient.withSpan { (gradient) throws(StepError) in
        try check(parameters, gradient: gradient, assumingFinite: false)
      }
    }
  }
}
