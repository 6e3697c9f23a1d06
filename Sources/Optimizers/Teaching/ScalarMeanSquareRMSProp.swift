/// **For teaching.** RMSProp with one mean square for the whole vector instead of one per parameter.
///
///     vₜ = ρ·vₜ₋₁ + (1 − ρ)·‖gₜ‖²
///     θₜ = θₜ₋₁ − η·gₜ / √(vₜ + ε)
///
/// Two tutorials print this. It is gradient descent with a rate that follows the *length* of the gradient: all
/// parameters share it, so a steep direction still gets a long step and a flat one a short step, which is the
/// problem that ``RMSProp`` solves. With n parameters of like size its steps are √n times shorter.
///
/// `keepsEverything` is the misprint of one of them, which omits the factor ρ:
/// vₜ = vₜ₋₁ + (1 − ρ)·‖gₜ‖² only grows, and the steps shrink for ever, as in ``AdaGrad``.
public struct ScalarMeanSquareRMSProp<Scalar: OptimizerScalar>: Optimizer {
  /// η.
  public var learningRate: Scalar

  /// ρ in 0…1.
  public var decay: Scalar

  /// ε ≥ 0.
  public var epsilon: Scalar

  /// Where ε enters the denominator.
  public var epsilonPlacement: EpsilonPlacement

  /// Whether the old mean square is kept whole, the misprint described above.
  public var keepsEverything: Bool

  /// The record of applied and rejected steps.
  public internal(set) var log = StepLog()

  /// v, one number for all parameters.
  public private(set) var meanSquare: Scalar = 0

  private var parameterCount = 0

  /// Creates the rule with v₀ = 0.
  ///
  /// - Parameters:
  ///   - learningRate: η.
  ///   - decay: ρ in 0…1. Default 0.9.
  ///   - epsilon: ε ≥ 0. Default 10⁻⁸.
  ///   - epsilonPlacement: Default inside the root, as printed.
  ///   - keepsEverything: Whether ρ is missing before vₜ₋₁. Default false.
  public init(
    learningRate: Scalar, decay: Scalar = 0.9, epsilon: Scalar = 1e-8,
    epsilonPlacement: EpsilonPlacement = .insideRoot, keepsEverything: Bool = false
  ) {
    self.learningRate = learningRate
    self.decay = decay
    self.epsilon = epsilon
    self.epsilonPlacement = epsilonPlacement
    self.keepsEverything = keepsEverything
    requirements.trapIfInvalid("ScalarMeanSquareRMSProp")
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
    let squaredNorm = squaredNorm(gradient)
    meanSquare = (keepsEverything ? 1 : decay) * meanSquare + (1 - decay) * squaredNorm
    let isInside = epsilonPlacement == .insideRoot
    let denominator = isInside ? root(meanSquare + epsilon) : root(meanSquare) + epsilon
    let rate = guardedQuotient(learningRate, denominator)
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

/// ‖g‖².
func squaredNorm<Scalar: OptimizerScalar>(_ gradient: Span<Scalar>) -> Scalar {
  var sum: Scalar = 0
  for index in 0..<gradient.count { sum += gradient[index] * gradient[index] }
  return sum
}
