/// The conditions under which a rule takes a step.
public struct StepRequirements<Scalar: OptimizerScalar>: Equatable, Sendable {
  /// The number of parameters that the state belongs to; 0 when any number is valid.
  public var parameterCount: Int

  /// The largest gradient that is accepted, including L2 weight decay.
  public var gradientLimit: GradientLimit

  /// λ of L2 weight decay: the rule sees g + λ·θ.
  public var l2: Scalar

  /// The first hyper-parameter with an invalid value.
  public var invalid: InvalidHyperparameter?

  /// Creates conditions; the defaults are those of a rule that takes any finite gradient.
  ///
  /// - Parameters:
  ///   - parameterCount: The number of parameters that the state belongs to; 0 when any number is valid.
  ///   - gradientLimit: The largest gradient that is accepted.
  ///   - l2: λ of L2 weight decay.
  ///   - invalid: The first hyper-parameter with an invalid value.
  public init(
    parameterCount: Int = 0, gradientLimit: GradientLimit = .finite, l2: Scalar = 0,
    invalid: InvalidHyperparameter? = nil
  ) {
    self.parameterCount = parameterCount
    self.gradientLimit = gradientLimit
    self.l2 = l2
    self.invalid = invalid
  }

  /// Traps when a rule is created with an invalid hyper-parameter.
  func trapIfInvalid(_ rule: String) {
    if let invalid { fatalError("\(rule): \(invalid.description)") }
  }
}
