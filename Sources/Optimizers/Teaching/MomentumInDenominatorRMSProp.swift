/// **For teaching.** Pseudo-code that adds the momentum to the denominator.
///
///     vₜ = ρ·vₜ₋₁ + (1 − ρ)·gₜ²
///     θₜ = θₜ₋₁ − η·gₜ / (√(vₜ + ε) + μ)
///
/// A tutorial's `RMSPropOptimizer` class does this. There is no momentum in it: nothing of an earlier direction
/// is kept. μ acts as a second ε, a large one: with μ = 0.9 every step is at most η·|g|/0.9, the adaption to each
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
  public var log = StepLog()

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
      parameters, gradient: gradient, stateCount: meanSquare.count, limit: .squarable, l2: 0,
      assumingFinite: assumingFinite)
  }

  /// Computes one step that has been checked; call `step` or `checkedStep` instead.
  ///
  /// - Parameters:
  ///   - parameters: θ, updated in place.
  ///   - gradient: g, as long as `parameters`.
  public mutating func apply(_ parameters: inout MutableSpan<Scalar>, gradient: Span<Scalar>) {
    if meanSquare.count != parameters.count {
      meanSquare = Array(repeating: 0, count: parameters.count)
    }
    let (rate, decay, momentum, epsilon) = (learningRate, self.decay, self.momentum, self.epsilon)
    sweep(&parameters, gradient, &meanSquare) { theta, g, v in
      v = decay * v + (1 - decay) * (g * g)
      theta -= rate * guardedQuotient(g, root(v + epsilon) + momentum)
    }
  }

  /// Forgets the mean square; hyper-parameters stay.
  public mutating func reset() {
    log = StepLog()
    meanSquare = []
  }
}
