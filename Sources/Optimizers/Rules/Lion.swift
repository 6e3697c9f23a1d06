/// Steps by the sign alone: every parameter moves by η, in the direction of a blend of the gradient and its mean.
///
///     cₜ = β₁·mₜ₋₁ + (1 − β₁)·gₜ
///     θₜ = θₜ₋₁ − η·sign(cₜ)
///     mₜ = β₂·mₜ₋₁ + (1 − β₂)·gₜ
///
/// **Variants.** Keras, Optax and MLX have the same formula; the usual weight decay is decoupled. sign(0) = 0.
///
/// Source: Chen et al. (2023), "Symbolic discovery of optimization algorithms", program 1.
public struct Lion<Scalar: OptimizerScalar>: Optimizer {
  /// η, at most a tenth of a rate that suits Adam.
  public var learningRate: Scalar

  /// β₁ in 0…1, the share of the mean in the direction.
  public var beta1: Scalar

  /// β₂ in 0…1, the share of the old mean that is kept.
  public var beta2: Scalar

  /// How parameters are pulled towards zero.
  public var weightDecay: WeightDecay<Scalar>

  /// The record of applied and rejected steps.
  public internal(set) var log = StepLog()

  /// m, the running mean of the gradient; empty before the first step.
  public internal(set) var firstMoment: [Scalar] = []

  /// Creates the rule with an empty state.
  ///
  /// - Parameters:
  ///   - learningRate: η. Keras' default is 0.001; the paper uses 10⁻⁴.
  ///   - beta1: β₁ in 0…1. Default 0.9, as everywhere.
  ///   - beta2: β₂ in 0…1. Default 0.99: the paper, Keras, Optax, MLX; MLX Swift takes 0.999.
  ///   - weightDecay: Default none: Keras, MLX; Optax takes `.decoupled(0.001)`.
  public init(
    learningRate: Scalar, beta1: Scalar = 0.9, beta2: Scalar = 0.99, weightDecay: WeightDecay<Scalar> = .none
  ) {
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.weightDecay = weightDecay
    requirements.trapIfInvalid("Lion")
  }

  /// Creates the rule with the defaults of one framework: Optax decays weights by `.decoupled(0.001)`, the
  /// others do not.
  ///
  /// - Parameters:
  ///   - learningRate: η.
  ///   - convention: The framework.
  public init(learningRate: Scalar, convention: FrameworkConvention) {
    self.init(
      learningRate: learningRate, weightDecay: convention == .optax ? .decoupled(0.001) : .none)
  }

  /// Adds an outcome to ``log``; `step` and `checkedStep` call this.
  public mutating func record(_ entry: StepLog.Entry) {
    log.record(entry)
  }

  /// Resets the mean; hyper-parameters stay.
  public mutating func reset() {
    log = StepLog()
    firstMoment = []
  }
}
