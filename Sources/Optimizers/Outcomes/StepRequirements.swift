/// The conditions under which a rule takes a step.
public struct StepRequirements<Scalar: OptimizerScalar>: Equatable, Sendable {
  /// The number of parameters that the state belongs to; 0 when any number will do.
  public var parameterCount: Int

  /// How large the gradient may be, L2 weight decay included.
  public var gradientLimit: GradientLimit

  /// λ of L2 weight decay: the rule sees g + λ·θ.
  public var l2: Scalar

  /// The first hyper-parameter with a senseless value.
  public var invalid: InvalidHyperparameter?

  /// Creates conditions; the defaults are those of a rule that takes any finite gradient.
  ///
  /// - Parameters:
  ///   - parameterCount: The number of parameters that the state belongs to; 0 when any number will do.
  ///   - gradientLimit: How large the gradient may be.
  ///   - l2: λ of L2 weight decay.
  ///   - invalid: The first hyper-parameter with a senseless value.
  public init(
    parameterCount: Int = 0, gradientLimit: GradientLimit = .finite, l2: Scalar = 0,
    invalid: InvalidHyperparameter? = nil
  ) {
    self.parameterCount = parameterCount
    self.gradientLimit = gradientLimit
    self.l2 = l2
    self.invalid = invalid
  }

  /// Ends the program when a rule is created with a senseless hyper-parameter.
  func trapIfInvalid(_ rule: String) {
    if let invalid { fatalError("\(rule): \(invalid.description)") }
  }
}
