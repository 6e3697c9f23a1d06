/// **For teaching.** Pseudo-code that adds the momentum to the denominator.
///
///     vₜ = ρ·vₜ₋₁ + (1 − ρ)·gₜ²
///     θₜ = θₜ₋₁ − η·gₜ / (√(vₜ + ε) + μ)
///
/// A tutorial's `RMSPropOptimizer` class does this. It has no momentum, because it keeps nothing of earlier
/// directions. μ acts as a second, large ε: with μ = 0.9 every step is at most η·|g|/0.9, the adaption to each
/// parameter's scale is lost wherever √v is below 1, and what is left is gradient descent with rate η/μ. For
/// momentum use ``RMSProp`` with `momentum:`, which has a buffer.
public struct MomentumInDenominatorRMSProp<Scalar: OptimizerScalar>: Optimizer {
  /// η.
  public var learningRate: Scalar

  /// ρ in 0…1.
  public var decay: Scalar

  /// μ ≥ 0, which is not a momentum here.
  public var momentum: Scalar

  /// ε ≥ 0, inside the root.
  public var epsilon: Scalar

  /// The record of applied and rejected steps.
  public internal(set) var log = StepLog()

  /// v, one per parameter; empty before the first step.
  public private(set) var meanSquare: [Scalar] = []

  /// Creates the rule with v₀ = 0.
  ///
  /// - Parameters:
  ///   - learningRate: η.
  ///   - decay: ρ in 0…1. Default 0.9.
  ///   - momentum: μ ≥ 0. Default 0.9.
  ///   - epsilon: ε ≥ 0. Default 10⁻⁷.
  public init(
    learningRate: Scalar, decay: Scalar = 0.9, momentum: Scalar = 0.9, epsilon: Scalar = 1e-7
  ) {
    self.learningRate = learningRate
    self.decay = decay
    self.momentum = momentum
    self.epsilon = epsilon
    requirements.trapIfInvalid("MomentumInDenominatorRMSProp")
  }

  /// The conditions of a step of this rule.
  public var requirements: StepRequirements<Scalar> {
    StepRequirements(
      parameterCount: meanSquare.count, gradientLimit: .squarable,
      invalid: learningRate.invalid("learningRate", unless: .finite)
        ?? decay.invalid("decay", unless: .share)
        ?? momentum.invalid("momentum", unless: .nonNegative)
        ?? epsilon.invalid("epsilon", unless: .nonNegative))
  }

  /// Computes one step that has been checked; call `step` or `checkedStep` instead.
  public mutating func apply(_ parameters: inout MutableSpan<Scalar>, gradient: Span<Scalar>) {
    if meanSquare.count != parameters.count {
      meanSquare = Array(repeating: 0, count: parameters.count)
    }
    let (rate, decay, momentum, epsilon) = (learningRate, self.decay, self.momentum, self.epsilon)
    log.leavesFiniteParameters = sweep(&parameters, gradient, &meanSquare) { theta, g, v in
      v = decay * v + (1 - decay) * (g * g)
      theta -= rate * guardedQuotient(g, root(v + epsilon) + momentum)
    }
  }

  /// Adds an outcome to ``log``; `step` and `checkedStep` call this.
  public mutating func record(_ entry: StepLog.Entry) {
    log.record(entry)
  }

  /// Resets the mean square; hyper-parameters stay.
  public mutating func reset() {
    log = StepLog()
    meanSquare = []
  }
}
