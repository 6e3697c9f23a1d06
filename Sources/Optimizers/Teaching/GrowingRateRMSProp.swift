/// **For teaching.** A misprinted rate that grows with the gradient instead of shrinking.
///
///     vₜ = vₜ₋₁ + (1 − ρ)·‖gₜ‖²
///     ηₜ = η·vₜ / √(vₜ + ε)          θₜ = θₜ₋₁ − ηₜ·gₜ
///
/// Printed as RMSProp in one tutorial, with three differences from ``RMSProp``: v in the numerator, so ηₜ ≈ η·√v
/// *grows* where gradients are large; no ρ before vₜ₋₁, so v never falls; one v for the whole vector. With a
/// large gradient every step makes the next one longer, until the parameters overflow.
public struct GrowingRateRMSProp<Scalar: OptimizerScalar>: Optimizer {
  /// η.
  public var learningRate: Scalar

  /// ρ in 0…1.
  public var decay: Scalar

  /// ε ≥ 0.
  public var epsilon: Scalar

  /// The record of applied and rejected steps.
  public internal(set) var log = StepLog()

  /// v, one number for all parameters.
  public private(set) var meanSquare: Scalar = 0

  private var parameterCount = 0

  /// Creates the rule with v₀ = 0.
  ///
  /// - Parameters:
  ///   - learningRate: η; 0.1 as printed.
  ///   - decay: ρ in 0…1. Default 0.9, as printed.
  ///   - epsilon: ε ≥ 0. Default 10⁻⁸, as printed.
  public init(learningRate: Scalar, decay: Scalar = 0.9, epsilon: Scalar = 1e-8) {
    self.learningRate = learningRate
    self.decay = decay
    self.epsilon = epsilon
    requirements.trapIfInvalid("GrowingRateRMSProp")
  }

  /// ηₜ, the rate that the next step would have with a gradient of zero.
  public var currentRate: Scalar {
    learningRate * guardedQuotient(meanSquare, root(meanSquare + epsilon))
  }

  /// The conditions of a step of this rule.
  public var requirements: StepRequirements<Scalar> {
    StepRequirements(
      parameterCount: parameterCount, gradientLimit: .summable,
      invalid: learningRate.invalid("learningRate", unless: .finite)
        ?? decay.invalid("decay", unless: .share)
        ?? epsilon.invalid("epsilon", unless: .nonNegative))
  }

  /// Computes one step that has been checked; call `step` or `checkedStep` instead.
  public mutating func apply(_ parameters: inout MutableSpan<Scalar>, gradient: Span<Scalar>) {
    parameterCount = parameters.count
    meanSquare += (1 - decay) * squaredNorm(gradient)
    let rate = currentRate
    log.leavesFiniteParameters = sweep(&parameters, gradient) { theta, g in theta -= rate * g }
  }

  /// Adds an outcome to ``log``; `step` and `checkedStep` call this.
  public mutating func record(_ entry: StepLog.Entry) {
    log.record(entry)
  }

  /// Resets the mean square; hyper-parameters stay.
  public mutating func reset() {
    log = StepLog()
    meanSquare = 0
    parameterCount = 0
  }
}
