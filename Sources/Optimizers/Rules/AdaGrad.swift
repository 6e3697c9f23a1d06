/// Divides each step by the root of the sum of all squared gradients so far, one sum per parameter.
///
///     Gₜ = Gₜ₋₁ + gₜ²
///     θₜ = θₜ₋₁ − ηₜ·gₜ / (√Gₜ + ε),   ηₜ = η / (1 + (t − 1)·decay)
///
/// The sum only grows, so the steps only shrink; RMSProp forgets instead.
///
/// **Variants.** PyTorch and MLX start at G₀ = 0 with ε outside the root; Keras and Optax start at 0.1 with ε
/// inside. Only PyTorch has a decay of the rate.
///
/// **Numerics.** With ε = 0 and no gradient so far, a parameter does not move, where PyTorch gives NaN.
///
/// Source: Duchi, Hazan & Singer (2011), "Adaptive subgradient methods for online learning and stochastic
/// optimization".
public struct AdaGrad<Scalar: OptimizerScalar>: Optimizer {
  /// η, before its decay.
  public var learningRate: Scalar

  /// The decay of the rate, ≥ 0: step t uses η / (1 + (t − 1)·decay).
  public var learningRateDecay: Scalar

  /// G₀ of every parameter.
  public let initialAccumulator: Scalar

  /// ε ≥ 0.
  public var epsilon: Scalar

  /// Where ε enters the denominator. There is no bias correction, so `beforeCorrection` is `outsideRoot`.
  public var epsilonPlacement: EpsilonPlacement

  /// How parameters are pulled towards zero. Decoupled decay uses ηₜ.
  public var weightDecay: WeightDecay<Scalar>

  /// The record of applied and rejected steps.
  public internal(set) var log = StepLog()

  /// G, the sum of squares, one per parameter; empty before the first step.
  public internal(set) var accumulator: [Scalar] = []

  /// Creates the rule with an empty state.
  ///
  /// - Parameters:
  ///   - learningRate: η. PyTorch's default is 0.01, Keras' 0.001.
  ///   - learningRateDecay: Default 0, as everywhere; only PyTorch offers it.
  ///   - initialAccumulator: G₀ ≥ 0. Default 0: the paper, PyTorch, MLX; Keras and Optax take 0.1.
  ///   - epsilon: ε ≥ 0. Default 10⁻¹⁰: PyTorch; Keras and Optax take 10⁻⁷, MLX 10⁻⁸.
  ///   - epsilonPlacement: Default outside the root: PyTorch, MLX; Keras and Optax have it inside.
  ///   - weightDecay: Default none, as everywhere.
  public init(
    learningRate: Scalar, learningRateDecay: Scalar = 0, initialAccumulator: Scalar = 0,
    epsilon: Scalar = 1e-10, epsilonPlacement: EpsilonPlacement = .outsideRoot,
    weightDecay: WeightDecay<Scalar> = .none
  ) {
    self.learningRate = learningRate
    self.learningRateDecay = learningRateDecay
    self.initialAccumulator = initialAccumulator
    self.epsilon = epsilon
    self.epsilonPlacement = epsilonPlacement
    self.weightDecay = weightDecay
    requirements.trapIfInvalid("AdaGrad")
  }

  /// Adds an outcome to ``log``; `step` and `checkedStep` call this.
  public mutating func record(_ entry: StepLog.Entry) {
    log.record(entry)
  }

  /// Resets the sums; hyper-parameters stay.
  public mutating func reset() {
    log = StepLog()
    accumulator = []
  }
}
