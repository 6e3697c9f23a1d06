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
  public var log = StepLog()

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
  }

  /// ηₜ, the rate that the next step would have with a gradient of zero.
  public var currentRate: Scalar {
    learningRate * guardedQuotient(meanSquare, root(meanSquare + epsilon))
  }

  /// Throws unless a step with this gradient would be applied.
  ///
  /// - Parameters:
  ///   - parameters: θ.
  ///   - gradient: g; every element finite, and its square too.
  ///   - assumingFinite: Whether only the lengths are looked at.
  /// - Throws: ``StepError``.
  public func check(
    _ parameters: Span<Scalar>, gradient: Span<Scalar>, assumingFinite: Bool
  ) throws(StepError) {
    try admit(
      parameters, gradient: gradient, stateCount: parameterCount, limit: .summable, l2: 0,
      assumingFinite: assumingFinite)
  }

  /// Computes one step that has been checked; call `step` or `checkedStep` instead.
  ///
  /// - Parameters:
  ///   - parameters: θ, updated in place.
  ///   - gradient: g, as long as `parameters`.
  public mutating func apply(_ parameters: inout MutableSpan<Scalar>, gradient: Span<Scalar>) {
    parameterCount = parameters.count
    meanSquare += (1 - decay) * squaredNorm(gradient)
    let rate = currentRate
    sweep(&parameters, gradient) { theta, g in theta -= rate * g }
  }

  /// Forgets the mean square; hyper-parameters stay.
  public mutating func reset() {
    log = StepLog()
    meanSquare = 0
    parameterCount = 0
  }
}
