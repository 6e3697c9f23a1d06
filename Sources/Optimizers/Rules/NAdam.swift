/// Adam with Nesterov's look-ahead: the mean of the next step, as far as it is known, in place of this one's.
///
///     m̄ = μₜ₊₁·mₜ / (1 − Πᵢ≤ₜ₊₁ μᵢ) + (1 − μₜ)·gₜ / (1 − Πᵢ≤ₜ μᵢ)
///     θₜ = θₜ₋₁ − η·m̄ / (√v̂ + ε),          μₜ = β₁·(1 − ½·0.96^(t·ψ))
///
/// **Variants.** ψ, `momentumDecay`, is 0.004 in PyTorch and 1 in Keras. With ψ = ∞ the schedule is constant,
/// μₜ = β₁, which is Optax' NAdam. PyTorch's own L2 decay is `.l2`, its `decoupled_weight_decay` and Keras'
/// decay are `.decoupled`.
///
/// Source: Dozat (2016), "Incorporating Nesterov momentum into Adam".
public struct NAdam<Scalar: OptimizerScalar>: Optimizer {
  /// η.
  public var learningRate: Scalar

  /// β₁ in 0..<1, the share of the old mean that is kept, and the limit of μₜ.
  public var beta1: Scalar

  /// β₂ in 0..<1, the share of the old mean square that is kept.
  public var beta2: Scalar

  /// ε ≥ 0, placed by ``epsilonPlacement``.
  public var epsilon: Scalar

  /// Where ``epsilon`` enters the denominator.
  public var epsilonPlacement: EpsilonPlacement

  /// Whether the means are divided by 1 − Πμ, and the mean square by 1 − β₂ᵗ.
  public var correctsBias: Bool

  /// Whether the denominator keeps its maximum.
  public let amsgrad: AMSGrad

  /// How parameters are pulled towards zero.
  public var weightDecay: WeightDecay<Scalar>

  /// ψ ≥ 0, how fast μₜ grows from ½·β₁ to β₁; infinite for μₜ = β₁ at once.
  public var momentumDecay: Scalar

  /// A second ε ≥ 0, always inside the root, as Optax' `eps_root`.
  public var rootEpsilon: Scalar

  /// The record of applied and rejected steps.
  public internal(set) var log = StepLog()

  /// m, v and w.
  var moments = AdamMoments<Scalar>()

  /// Πᵢ≤ₜ μᵢ.
  var momentumProduct: Scalar = 1

  /// Creates the rule with an empty state.
  ///
  /// - Parameters:
  ///   - learningRate: η. PyTorch's default is 0.002, Keras' 0.001.
  ///   - beta1: β₁ in 0..<1. Default 0.9, as everywhere.
  ///   - beta2: β₂ in 0..<1. Default 0.999, as everywhere.
  ///   - epsilon: ε ≥ 0. Default 10⁻⁸: PyTorch, Optax; Keras takes 10⁻⁷.
  ///   - epsilonPlacement: Default outside the root, as everywhere.
  ///   - correctsBias: Default true, as everywhere.
  ///   - amsgrad: Default off, as everywhere.
  ///   - momentumDecay: ψ ≥ 0. Default 0.004: PyTorch; Keras takes 1, Optax corresponds to ∞.
  ///   - rootEpsilon: A second ε, inside the root. Default 0; only Optax offers it.
  ///   - weightDecay: Default none, as everywhere.
  public init(
    learningRate: Scalar, beta1: Scalar = 0.9, beta2: Scalar = 0.999, epsilon: Scalar = 1e-8,
    epsilonPlacement: EpsilonPlacement = .outsideRoot, correctsBias: Bool = true, amsgrad: AMSGrad = .off,
    momentumDecay: Scalar = 0.004, rootEpsilon: Scalar = 0, weightDecay: WeightDecay<Scalar> = .none
  ) {
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.epsilonPlacement = epsilonPlacement
    self.correctsBias = correctsBias
    self.amsgrad = amsgrad
    self.weightDecay = weightDecay
    self.momentumDecay = momentumDecay
    self.rootEpsilon = rootEpsilon
    requirements.trapIfInvalid("NAdam")
  }

  /// Creates the rule with the formula and the defaults of one framework.
  ///
  /// PyTorch: ψ = 0.004, ε = 10⁻⁸. Keras: ψ = 1, ε = 10⁻⁷. Optax: ψ = ∞, ε = 10⁻⁸. MLX and Swift for TensorFlow
  /// have no NAdam; PyTorch's is used.
  ///
  /// - Parameters:
  ///   - learningRate: η.
  ///   - convention: The framework.
  ///   - beta1: β₁, 0.9 in every framework.
  ///   - beta2: β₂, 0.999 in every framework.
  ///   - epsilon: ε; `nil` for the framework's default.
  ///   - weightDecay: Every framework's default is none.
  public init(
    learningRate: Scalar, convention: FrameworkConvention, beta1: Scalar = 0.9, beta2: Scalar = 0.999,
    epsilon: Scalar? = nil, weightDecay: WeightDecay<Scalar> = .none
  ) {
    let psi: Scalar
    switch convention {
    case .keras: psi = 1
    case .optax: psi = .infinity
    case .pyTorch, .mlx, .swiftForTensorFlow: psi = 0.004
    }
    self.init(
      learningRate: learningRate, beta1: beta1, beta2: beta2,
      epsilon: epsilon ?? (convention == .keras ? 1e-7 : 1e-8), momentumDecay: psi, weightDecay: weightDecay)
  }

  /// Adds an outcome to ``log``; `step` and `checkedStep` call this.
  public mutating func record(_ entry: StepLog.Entry) {
    log.record(entry)
  }

  /// Resets the moments; hyper-parameters stay.
  public mutating func reset() {
    log = StepLog()
    moments = AdamMoments()
    momentumProduct = 1
  }
}
