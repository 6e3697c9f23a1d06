extension Optimizer {
  /// The conditions of a rule that states none of its own: a finite rate and a finite gradient.
  public var requirements: StepRequirements<Scalar> {
    StepRequirements(invalid: learningRate.invalid("learningRate", unless: .finite))
  }

  /// Throws unless a step with this gradient would be taken. Changes nothing.
  ///
  /// - Parameters:
  ///   - parameters: θ.
  ///   - gradient: g.
  ///   - assumingFinite: Whether only lengths and hyper-parameters are looked at.
  /// - Throws: ``StepError``, for the first condition that is broken.
  public func check(
    _ parameters: Span<Scalar>, gradient: Span<Scalar>, assumingFinite: Bool
  ) throws(StepError) {
    try admit(parameters, gradient: gradient, requirements, assumingFinite: assumingFinite)
  }

  /// Throws unless a step with this gradient would be taken. Changes nothing.
  ///
  /// - Parameters:
  ///   - parameters: θ.
  ///   - gradient: g.
  /// - Throws: ``StepError``, for the first condition that is broken.
  public func check(_ parameters: [Scalar], gradient: [Scalar]) throws(StepError) {
    try parameters.withSpan { (parameters) throws(StepError) in
      try gradient.withSpan { (gradient) throws(StepError) in
        try check(parameters, gradient: gradient, assumingFinite: false)
      }
    }
  }
}
