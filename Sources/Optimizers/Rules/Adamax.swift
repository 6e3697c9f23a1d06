/// Adam with the largest recent gradient in place of the root-mean-square.
///
///     mₜ = β₁·mₜ₋₁ + (1 − β₁)·gₜ
///     uₜ = max(β₂·uₜ₋₁, |gₜ| + ε)
///     θₜ = θₜ₋₁ − η / (1 − β₁ᵗ) · mₜ / uₜ
///
/// **Variants.** PyTorch and Optax have ε inside the maximum, `insideRoot` here, as shown. Keras and MLX have it
/// outside, `outsideRoot`: u = max(β₂·u, |g|), and u + ε divides. MLX does not correct for bias.
///
/// Source: Kingma & Ba (2015), "Adam: a method for stochastic optimization", algorithm 2.
public struct Adamax<Scalar: OptimizerScalar>: Optimizer {
  /// η.
  public var learningRate: Scalar

  /// β₁ in 0..<1, the share of the old mean that is kept.
  public var beta1: Scalar

  /// β₂ in 0…1, the share of the old maximum that is kept.
  public var beta2: Scalar

  /// ε ≥ 0.
  public var epsilon: Scalar

  /// `insideRoot`: ε is inside the maximum; otherwise it is added to it.
  public var epsilonPlacement: EpsilonPlacement

  /// Whether the mean is divided by 1 − β₁ᵗ.
  public var correctsBias: Bool

  /// How parameters are pulled towards zero.
  public var weightDecay: WeightDecay<Scalar>

  /// The record of applied and rejected steps.
  public internal(set) var log = StepLog()

  /// m, the running mean of the gradient, not corrected for bias; empty before the first step.
  public internal(set) var firstMoment: [Scalar] = []

  /// u, the decaying maximum of the gradient; empty before the first step.
  public internal(set) var infinityNorm: [Scalar] = []

  /// 1 − β₁ᵗ.
  var weight = AverageWeight<Scalar>()

  /// Creates the rule with an empty state.
  ///
  /// - Parameters:
  ///   - learningRate: η. PyTorch's and the paper's default is 0.002, Keras' 0.001.
  ///   - beta1: β₁ in 0..<1. Default 0.9, as everywhere.
  ///   - beta2: β₂ in 0…1. Default 0.999, as everywhere.
  ///   - epsilon: ε ≥ 0. Default 10⁻⁸: PyTorch, Optax, MLX; Keras takes 10⁻⁷.
  ///   - epsilonPlacement: Default inside the maximum: PyTorch, Optax.
  ///   - correctsBias: Default true: all but MLX.
  ///   - weightDecay: Default none, as everywhere.
  public init(
    learningRate: Scalar, beta1: Scalar = 0.9, beta2: Scalar = 0.999, epsilon: Scalar = 1e-8,
    epsilonPlacement: EpsilonPlacement = .insideRoot, correctsBias: Bool = true,
    weightDecay: WeightDecay<Scalar> = .none
  ) {
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.epsilonPlacement = epsilonPlacement
    self.correctsBias = correctsBias
    self.weightDecay = weightDecay
    requirements.trapIfInvalid("Adamax")
  }

  /// Creates the rule with the formula and the defaults of one framework.
  ///
  /// - Parameters:
  ///   - learningRate: η.
  ///   - convention: PyTorch, Optax: ε = 10⁻⁸ inside. Keras: 10⁻⁷ outside. MLX: 10⁻⁸ outside, no correction.
  public init(learningRate: Scalar, convention: FrameworkConvention) {
    let isOutside = convention == .keras || convention == .mlx
    self.init(
      learningRate: learningRate, epsilon: convention == .keras ? 1e-7 : 1e-8,
      epsilonPlacement: isOutside ? .outsideRoot : .insideRoot, correctsBias: convention != .mlx)
  }

  /// Adds an outcome to ``log``; `step` and `checkedStep` call this.
  public mutating func record(_ entry: StepLog.Entry) {
    log.record(entry)
  }

  /// Resets the mean and the maximum; hyper-parameters stay.
  public mutating func reset() {
    log = StepLog()
    firstMoment = []
    infinityNorm = []
    weight = AverageWeight()
  }
}
