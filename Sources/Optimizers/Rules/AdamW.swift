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
  public var log = StepLog()

  /// Creates the rule with an empty state.
  ///
  /// - Parameters:
  ///   - learningRate: η. PyTorch's and Keras' default is 0.001.
  ///   - beta1: β₁ in 0..<1. Default 0.9, as everywhere.
  ///   - beta2: β₂ in 0..<1. Default 0.999, as everywhere.
  ///   - epsilon: ε ≥ 0. Default 10⁻⁸: PyTorch, Optax, MLX; Keras takes 10⁻⁷.
  ///   - epsilonPlacement: Default outside the root: PyTorch, Optax, MLX.
  ///   - biasCorrection: Default true: all but MLX.
  ///   - amsgrad: Default off, as everywhere.
  ///   - weightDecay: λ of the decoupled decay. Default 0.01: PyTorch, MLX.
  ///   - rootEpsilon: A second ε, inside the root. Default 0; only Optax offers it.
  public init(
    learningRate: Scalar, beta1: Scalar = 0.9, beta2: Scalar = 0.999, epsilon: Scalar = 1e-8,
    epsilonPlacement: EpsilonPlacement = .outsideRoot, biasCorrection: Bool = true, amsgrad: AMSGrad = .off,
    weightDecay: Scalar = 0.01, rootEpsilon: Scalar = 0
  ) {
    adam = Adam(
      learningRate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon,
      epsilonPlacement: epsilonPlacement, biasCorrection: biasCorrection, amsgrad: amsgrad,
      weightDecay: .decoupled(weightDecay), rootEpsilon: rootEpsilon)
  }

  /// Creates the rule with the kind of decay spelled out, as for ``Adam``.
  ///
  /// - Parameters:
  ///   - learningRate: η.
  ///   - beta1: β₁ in 0..<1.
  ///   - beta2: β₂ in 0..<1.
  ///   - epsilon: ε ≥ 0.
  ///   - epsilonPlacement: Where ε enters the denominator.
  ///   - biasCorrection: Whether the averages are divided by 1 − βᵗ.
  ///   - amsgrad: Whether the denominator keeps its maximum.
  ///   - weightDecay: `.decoupled(λ)`; any other makes it a plain ``Adam``.
  ///   - rootEpsilon: A second ε, inside the root.
  public init(
    learningRate: Scalar, beta1: Scalar = 0.9, beta2: Scalar = 0.999, epsilon: Scalar = 1e-8,
    epsilonPlacement: EpsilonPlacement = .outsideRoot, biasCorrection: Bool = true, amsgrad: AMSGrad = .off,
    weightDecay: WeightDecay<Scalar>, rootEpsilon: Scalar = 0
  ) {
    adam = Adam(
      learningRate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon,
      epsilonPlacement: epsilonPlacement, biasCorrection: biasCorrection, amsgrad: amsgrad,
      weightDecay: weightDecay, rootEpsilon: rootEpsilon)
  }

  /// Creates the rule with the formula and the defaults of one framework, see ``Adam``.
  ///
  /// - Parameters:
  ///   - learningRate: η.
  ///   - convention: The framework.
  ///   - beta1: β₁, 0.9 in every framework.
  ///   - beta2: β₂, 0.999 in every framework.
  ///   - epsilon: ε; `nil` for the framework's default.
  ///   - amsgrad: Whether to keep the maximum, in the framework's form.
  ///   - weightDecay: λ; `nil` for 0.01 (PyTorch, MLX), 0.004 (Keras) or 10⁻⁴ (Optax).
  public init(
    learningRate: Scalar, convention: FrameworkConvention, beta1: Scalar = 0.9, beta2: Scalar = 0.999,
    epsilon: Scalar? = nil, amsgrad: Bool = false, weightDecay: Scalar? = nil
  ) {
    let usual: Scalar
    switch convention {
    case .pyTorch, .mlx, .swiftForTensorFlow: usual = 0.01
    case .keras: usual = 0.004
    case .optax: usual = 1e-4
    }
    adam = Adam(
      learningRate: learningRate, convention: convention, beta1: beta1, beta2: beta2, epsilon: epsilon,
      amsgrad: amsgrad, weightDecay: .decoupled(weightDecay ?? usual))
  }

  /// Forgets the moments; hyper-parameters stay.
  public mutating func reset() {
    log = StepLog()
    adam.reset()
  }
}
