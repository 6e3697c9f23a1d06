/// RMSProp on a running mean of the gradient, both averages corrected for their start at zero.
///
///     mₜ = β₁·mₜ₋₁ + (1 − β₁)·gₜ          m̂ = mₜ / (1 − β₁ᵗ)
///     vₜ = β₂·vₜ₋₁ + (1 − β₂)·gₜ²         v̂ = vₜ / (1 − β₂ᵗ)
///     θₜ = θₜ₋₁ − η·m̂ / (√v̂ + ε)
///
/// **Variants.** PyTorch and Optax as above; Keras puts ε before the correction (``EpsilonPlacement``); MLX
/// does not correct unless asked. ``AMSGrad`` exists in two forms. `weightDecay: .l2` goes through the moments;
/// `.decoupled` makes it ``AdamW``.
///
/// **Numerics.** 1 − βᵗ is accumulated without cancellation, not computed from a power.
///
/// Source: Kingma & Ba (2015), "Adam: a method for stochastic optimization", algorithm 1.
public struct Adam<Scalar: OptimizerScalar>: Optimizer {
  /// η.
  public var learningRate: Scalar

  /// β₁ in 0..<1, the share of the old mean that is kept.
  public var beta1: Scalar

  /// β₂ in 0..<1, the share of the old mean square that is kept.
  public var beta2: Scalar

  /// ε ≥ 0, placed by ``epsilonPlacement``.
  public var epsilon: Scalar

  /// Where ``epsilon`` enters the denominator.
  public var epsilonPlacement: EpsilonPlacement

  /// Whether the averages are divided by 1 − βᵗ.
  public var correctsBias: Bool

  /// Whether the denominator keeps its maximum.
  public let amsgrad: AMSGrad

  /// How parameters are pulled towards zero.
  public var weightDecay: WeightDecay<Scalar>

  /// A second ε ≥ 0, always inside the root, as Optax' `eps_root`.
  public var rootEpsilon: Scalar

  /// The record of applied and rejected steps.
  public internal(set) var log = StepLog()

  /// m, v and w.
  var moments = AdamMoments<Scalar>()

  /// Creates the rule with an empty state.
  ///
  /// - Parameters:
  ///   - learningRate: η. Every framework with a default takes 0.001.
  ///   - beta1: β₁ in 0..<1. Default 0.9, as everywhere.
  ///   - beta2: β₂ in 0..<1. Default 0.999, as everywhere.
  ///   - epsilon: ε ≥ 0. Default 10⁻⁸: the paper, PyTorch, Optax, MLX; Keras takes 10⁻⁷.
  ///   - epsilonPlacement: Default outside the root: the paper, PyTorch, Optax, MLX.
  ///   - correctsBias: Default true: the paper and all but MLX.
  ///   - amsgrad: Default off, as everywhere.
  ///   - rootEpsilon: A second ε, inside the root. Default 0; only Optax offers it.
  ///   - weightDecay: Default none, as everywhere.
  public init(
    learningRate: Scalar, beta1: Scalar = 0.9, beta2: Scalar = 0.999, epsilon: Scalar = 1e-8,
    epsilonPlacement: EpsilonPlacement = .outsideRoot, correctsBias: Bool = true, amsgrad: AMSGrad = .off,
    rootEpsilon: Scalar = 0, weightDecay: WeightDecay<Scalar> = .none
  ) {
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.epsilonPlacement = epsilonPlacement
    self.correctsBias = correctsBias
    self.amsgrad = amsgrad
    self.weightDecay = weightDecay
    self.rootEpsilon = rootEpsilon
    requirements.trapIfInvalid("Adam")
  }

  /// Adds an outcome to ``log``; `step` and `checkedStep` call this.
  public mutating func record(_ entry: StepLog.Entry) {
    log.record(entry)
  }

  /// Resets the moments; hyper-parameters stay.
  public mutating func reset() {
    log = StepLog()
    moments = AdamMoments()
  }
}
