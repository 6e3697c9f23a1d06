/// RMSProp with an estimated rate: the root-mean-square of the past updates, in the units of the parameters.
///
///     vₜ = ρ·vₜ₋₁ + (1 − ρ)·gₜ²
///     dₜ = √(uₜ₋₁ + ε) / √(vₜ + ε) · gₜ
///     uₜ = ρ·uₜ₋₁ + (1 − ρ)·dₜ²
///     θₜ = θₜ₋₁ − η·dₜ
///
/// **Variants.** Every framework has the same formula, with ε inside both roots; only the defaults differ.
///
/// **Numerics.** The two roots are taken as one, √((u + ε)/(v + ε)). With ε = 0 the parameters never move,
/// because u starts at 0. This is a fixed point of the rule, not an error.
///
/// Source: Zeiler (2012), "ADADELTA: an adaptive learning rate method".
public struct AdaDelta<Scalar: OptimizerScalar>: Optimizer {
  /// η; 1 is the rule of the paper.
  public var learningRate: Scalar

  /// ρ in 0…1, the share of the old averages that is kept.
  public var decay: Scalar

  /// ε ≥ 0, which also sets the size of the very first updates.
  public var epsilon: Scalar

  /// How parameters are pulled towards zero.
  public var weightDecay: WeightDecay<Scalar>

  /// The record of applied and rejected steps.
  public internal(set) var log = StepLog()

  /// v, the running mean square of the gradient; empty before the first step.
  public internal(set) var meanSquare: [Scalar] = []

  /// u, the running mean square of the updates; empty before the first step.
  public internal(set) var meanSquareUpdate: [Scalar] = []

  /// Creates the rule with an empty state.
  ///
  /// - Parameters:
  ///   - learningRate: η. Default 1: the paper, PyTorch; Keras takes 0.001.
  ///   - decay: ρ in 0…1. Default 0.9: PyTorch, Optax, MLX; Keras takes 0.95.
  ///   - epsilon: ε ≥ 0. Default 10⁻⁶: PyTorch, Optax, MLX; Keras takes 10⁻⁷.
  ///   - weightDecay: Default none, as everywhere.
  public init(
    learningRate: Scalar = 1, decay: Scalar = 0.9, epsilon: Scalar = 1e-6,
    weightDecay: WeightDecay<Scalar> = .none
  ) {
    self.learningRate = learningRate
    self.decay = decay
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    requirements.trapIfInvalid("AdaDelta")
  }

  /// Creates the rule with the defaults of one framework.
  ///
  /// PyTorch, Optax and MLX: ρ = 0.9, ε = 10⁻⁶. Keras: 0.95, 10⁻⁷. Swift for TensorFlow: 0.95, 10⁻⁶.
  ///
  /// - Parameters:
  ///   - learningRate: η.
  ///   - convention: The framework.
  ///   - decay: ρ; `nil` for the framework's default.
  ///   - epsilon: ε; `nil` for the framework's default.
  ///   - weightDecay: Every framework's default is none.
  public init(
    learningRate: Scalar, convention: FrameworkConvention, decay: Scalar? = nil, epsilon: Scalar? = nil,
    weightDecay: WeightDecay<Scalar> = .none
  ) {
    let isSlow = convention == .keras || convention == .swiftForTensorFlow
    self.init(
      learningRate: learningRate, decay: decay ?? (isSlow ? 0.95 : 0.9),
      epsilon: epsilon ?? (convention == .keras ? 1e-7 : 1e-6), weightDecay: weightDecay)
  }

  /// Adds an outcome to ``log``; `step` and `checkedStep` call this.
  public mutating func record(_ entry: StepLog.Entry) {
    log.record(entry)
  }

  /// Resets the averages; hyper-parameters stay.
  public mutating func reset() {
    log = StepLog()
    meanSquare = []
    meanSquareUpdate = []
  }
}

extension AdaDelta where Scalar == Double {
  /// Creates the rule of the paper, with all defaults, for `Double` parameters.
  public init() {
    self.init(learningRate: 1)
  }
}
