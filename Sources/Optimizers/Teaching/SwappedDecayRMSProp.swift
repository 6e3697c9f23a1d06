/// **For teaching.** RMSProp with β and 1 − β swapped.
///
///     σₜ = (1 − β)·σₜ₋₁ + β·gₜ²
///     θₜ = θₜ₋₁ − η·gₜ / (√σₜ + ε)
///
/// One tutorial prints this with β = 0.9. It is ``RMSProp`` with decay 1 − β = 0.1: the mean square forgets
/// nine tenths at every step, √σ is hardly more than |g| itself, and each step is close to ±η: it follows the
/// sign of the gradient and its noise, which the average should smooth.
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
  public internal(set) var log = StepLog()

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
    requirements.trapIfInvalid("SwappedDecayRMSProp")
  }

  /// The conditions of a step of this rule.
  public var requirements: StepRequirements<Scalar> {
    StepRequirements(
      parameterCount: meanSquare.count, gradientLimit: .squarable,
      invalid: learningRate.invalid("learningRate", unless: .finite)
        ?? beta.invalid("beta", unless: .share)
        ?? epsilon.invalid("epsilon", unless: .nonNegative)
        ?? initialMeanSquare.invalid("initialMeanSquare", unless: .nonNegative))
  }

  /// Computes one step that has been checked; call `step` or `checkedStep` instead.
  public mutating func apply(_ parameters: inout MutableSpan<Scalar>, gradient: Span<Scalar>) {
    if meanSquare.count != parameters.count {
      meanSquare = Array(repeating: initialMeanSquare, count: parameters.count)
    }
    let (rate, beta, epsilon) = (learningRate, self.beta, self.epsilon)
    log.leavesFiniteParameters = sweep(&parameters, gradient, &meanSquare) { theta, g, v in
      v = (1 - beta) * v + beta * (g * g)
      theta -= rate * guardedQuotient(g, root(v) + epsilon)
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
