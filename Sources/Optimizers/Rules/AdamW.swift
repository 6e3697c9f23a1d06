/// Adam with decoupled weight decay: the parameters shrink by a fixed share, past the moments.
///
///     θ ← θₜ₋₁·(1 − η·λ)
///     θₜ = θ − η·m̂ / (√v̂ + ε)          m̂, v̂ as in Adam
///
/// **Variants.** λ is 0.01 in PyTorch and MLX, 0.004 in Keras, 10⁻⁴ in Optax; ε as in ``Adam``.
///
/// Source: Loshchilov & Hutter (2019), "Decoupled weight decay regularization", algorithm 2.
public struct AdamW<Scalar: OptimizerScalar>: Optimizer {
  /// The rule without its own log.
  var adam: Adam<Scalar>

  /// The record of applied and rejected steps.
  public internal(set) var log = StepLog()

  /// Creates the rule with an empty state.
  ///
  /// - Parameters:
  ///   - learningRate: η. PyTorch's and Keras' default is 0.001.
  ///   - beta1: β₁ in 0..<1. Default 0.9, as everywhere.
  ///   - beta2: β₂ in 0..<1. Default 0.999, as everywhere.
  ///   - epsilon: ε ≥ 0. Default 10⁻⁸: PyTorch, Optax, MLX; Keras takes 10⁻⁷.
  ///   - epsilonPlacement: Default outside the root: PyTorch, Optax, MLX.
  ///   - correctsBias: Default true: all but MLX.
  ///   - amsgrad: Default off, as everywhere.
  ///   - rootEpsilon: A second ε, inside the root. Default 0; only Optax offers it.
  ///   - weightDecay: λ of the decoupled decay. Default 0.01: PyTorch, MLX.
  public init(
    learningRate: Scalar, beta1: Scalar = 0.9, beta2: Scalar = 0.999, epsilon: Scalar = 1e-8,
    epsilonPlacement: EpsilonPlacement = .outsideRoot, correctsBias: Bool = true, amsgrad: AMSGrad = .off,
    rootEpsilon: Scalar = 0, weightDecay: Scalar = 0.01
  ) {
    adam = Adam(
      learningRate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon,
      epsilonPlacement: epsilonPlacement, correctsBias: correctsBias, amsgrad: amsgrad,
      rootEpsilon: rootEpsilon, weightDecay: .decoupled(weightDecay))
  }

  /// Creates the rule with the kind of decay spelled out, as for ``Adam``.
  ///
  /// - Parameters:
  ///   - learningRate: η.
  ///   - beta1: β₁ in 0..<1.
  ///   - beta2: β₂ in 0..<1.
  ///   - epsilon: ε ≥ 0.
  ///   - epsilonPlacement: Where ε enters the denominator.
  ///   - correctsBias: Whether the averages are divided by 1 − βᵗ.
  ///   - amsgrad: Whether the denominator keeps its maximum.
  ///   - rootEpsilon: A second ε, inside the root.
  ///   - weightDecay: `.decoupled(λ)`; any other makes it a plain ``Adam``.
  public init(
    learningRate: Scalar, beta1: Scalar = 0.9, beta2: Scalar = 0.999, epsilon: Scalar = 1e-8,
    epsilonPlacement: EpsilonPlacement = .outsideRoot, correctsBias: Bool = true, amsgrad: AMSGrad = .off,
    rootEpsilon: Scalar = 0, weightDecay: WeightDecay<Scalar>
  ) {
    adam = Adam(
      learningRate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon,
      epsilonPlacement: epsilonPlacement, correctsBias: correctsBias, amsgrad: amsgrad,
      rootEpsilon: rootEpsilon, weightDecay: weightDecay)
  }

  /// Adds an outcome to ``log``; `step` and `checkedStep` call this.
  public mutating func record(_ entry: StepLog.Entry) {
    log.record(entry)
  }

  /// Resets the moments; hyper-parameters stay.
  public mutating func reset() {
    log = StepLog()
    adam.reset()
  }
}
