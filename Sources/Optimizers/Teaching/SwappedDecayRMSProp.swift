/// **For teaching.** RMSProp with β and 1 − β swapped.
///
///     σₜ = (1 − β)·σₜ₋₁ + β·gₜ²
///     θₜ = θₜ₋₁ − η·gₜ / (√σₜ + ε)
///
/// One tutorial prints this with β = 0.9. It is ``RMSProp`` with decay 1 − β = 0.1: the mean square forgets
/// nine tenths at every step, √σ is hardly more than |g| itself, and each step is close to ±η — the sign of the
/// gradient, noise included, which is what the average was meant to smooth.
public struct SwappedDecayRMSProp<Scalar: OptimizerScalar>: Optimizer {
  /// η.
  public var learningRate: Scalar

  /// β in 0…1, the weight of the *new* square.
  public var beta: Scalar

  /// ε ≥ 0, outside the root.
  public var epsilon: Scalar

  /// σ₀ of every parameter.
  public let initialMeanSquare: Scalar

  /// The record of applied and rejected steps.
  public var log = StepLog()

  /// σ, one per parameter; empty before the first step.
  public private(set) var meanSquare: [Scalar] = []

  /// Creates the rule.
  ///
  /// - Parameters:
  ///   - learningRate: η.
  ///   - beta: β in 0…1. Default 0.9, as printed.
  ///   - epsilon: ε ≥ 0. Default 0.01, as printed.
  ///   - initialMeanSquare: σ₀ ≥ 0. Default 0.
  public init(
    learningRate: Scalar, beta: Scalar = 0.9, epsilon: Scalar = 0.01, initialMeanSquare: Scalar = 0
  ) {
    self.learningRate = learningRate
    self.beta = beta
    self.epsilon = epsilon
    self.initialMeanSquare = initialMeanSquare
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
      meanSquare = Array(repeating: initialMeanSquare, count: parameters.count)
    }
    let (rate, beta, epsilon) = (learningRate, self.beta, self.epsilon)
    sweep(&parameters, gradient, &meanSquare) { theta, g, v in
      v = (1 - beta) * v + beta * (g * g)
      theta -= rate * guardedQuotient(g, root(v) + epsilon)
    }
  }

  /// Forgets the mean square; hyper-parameters stay.
  public mutating func reset() {
    log = StepLog()
    meanSquare = []
  }
}
