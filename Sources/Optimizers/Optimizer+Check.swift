extension Optimizer {
  /// The default conditions: a finite rate and a finite gradient.
  public var requirements: StepRequirements<Scalar> {
    StepRequirements(invalid: learningRate.invalid("learningRate", unless: .finite))
  }

  /// Throws when a step with this gradient would be rejected. Changes nothing.
  ///
  /// - Parameters:
  ///   - parameters: θ.
  ///   - gradient: g.
  ///   - assumingFinite: Whether only lengths and hyper-parameters are checked.
  /// - Throws: ``StepError``, for the first condition that is not met.
  public func check(
    _ parameters: Span<Scalar>, gradient: Span<Scalar>, assumingFinite: Bool
  ) throws(StepError) {
    try admit(parameters, gradient: gradient, requirements, assumingFinite: assumingFinite)
  }

  /// Throws when a step with this gradient would be rejected. Changes nothing.
  ///
  /// - Parameters:
  ///   - parameters: θ.
  ///   - gradient: g.
  /// - Throws: ``StepError``, for the first condition that is not met.
  public func check(_ parameters: [Scalar], gradient: [Scalar]) throws(StepError) {
    try parameters.withSpan { (parameters) throws(StepError) in
      try gradient.withSpan { (gradient) throws(StepError) in
        try check(parameters, gradient: gradient, assumingFinite: false)
      }
    }
  }
}
