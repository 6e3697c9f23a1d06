/// **For teaching.** A listing called `rmsprop` that sums squares without decay and uses the decay rate as ε.
///
///     sₜ = sₜ₋₁ + gₜ²
///     θₜ = θₜ₋₁ − η·gₜ / (√sₜ + decay rate)
///
/// A tutorial's NumPy function does this. It is ``AdaGrad`` with a very large ε: it forgets nothing, so the
/// steps only shrink, and with a decay rate of 0.9 in the place of ε = 10⁻⁸ small gradients are hardly rescaled
/// at all. The listing also starts from s = 0 at every call; `forgetsEachStep` does the same.
public struct UndecayedRMSProp<Scalar: OptimizerScalar>: Optimizer {
  /// η.
  public var learningRate: Scalar

  /// The number in the place of ε, ≥ 0.
  public var decayRate: Scalar

  /// Whether the sum starts from 0 at every step.
  public var forgetsEachStep: Bool

  /// The record of applied and rejected steps.
  public internal(set) var log = StepLog()

  /// s, one per parameter; empty before the first step.
  public private(set) var sumOfSquares: [Scalar] = []

  /// Creates the rule with s₀ = 0.
  ///
  /// - Parameters:
  ///   - learningRate: η.
  ///   - decayRate: The number in the place of ε. Default 0.9.
  ///   - forgetsEachStep: Whether the sum starts from 0 at every step. Default false.
  public init(learningRate: Scalar, decayRate: Scalar = 0.9, forgetsEachStep: Bool = false) {
    self.learningRate = learningRate
    self.decayRate = decayRate
    self.forgetsEachStep = forgetsEachStep
    requirements.trapIfInvalid("UndecayedRMSProp")
  }

  /// The conditions of a step of this rule.
  public var requirements: StepRequirements<Scalar> {
    StepRequirements(
      parameterCount: sumOfSquares.count, gradientLimit: .summable,
      invalid: learningRate.invalid("learningRate", unless: .finite)
        ?? decayRate.invalid("decayRate", unless: .nonNegative))
  }

  /// Computes one step that has been checked; call `step` or `checkedStep` instead.
  public mutating func apply(_ parameters: inout MutableSpan<Scalar>, gradient: Span<Scalar>) {
    if sumOfSquares.count != parameters.count {
      sumOfSquares = Array(repeating: 0, count: parameters.count)
    }
    let (rate, decayRate, kept) = (learningRate, self.decayRate, forgetsEachStep ? 0 : 1 as Scalar)
    log.leavesFiniteParameters = sweep(&parameters, gradient, &sumOfSquares) { theta, g, s in
      s = kept * s + g * g
      theta -= rate * guardedQuotient(g, root(s) + decayRate)
    }
  }

  /// Adds an outcome to ``log``; `step` and `checkedStep` call this.
  public mutating func record(_ entry: StepLog.Entry) {
    log.record(entry)
  }

  /// Resets the sum; hyper-parameters stay.
  public mutating func reset() {
    log = StepLog()
    sumOfSquares = []
  }
}
