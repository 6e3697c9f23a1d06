/// Divides each step by a running root-mean-square of the gradient, one per parameter.
///
///     vₜ = ρ·vₜ₋₁ + (1 − ρ)·gₜ²
///     θₜ = θₜ₋₁ − η·gₜ / (√vₜ + ε)
///
/// With `isCentered`, s = v − m² with mₜ = ρ·mₜ₋₁ + (1 − ρ)·gₜ takes the place of v, an estimate of the variance.
/// With `momentum` μ the quotient u goes through a buffer: b = μ·b + u, θ −= η·b.
///
/// **Variants.** ε is outside the root by default, as in PyTorch and MLX; Keras and Optax default to inside.
/// ρ is called `alpha` in PyTorch and MLX, `rho` in Keras, `decay` in Optax. `convention:` selects
/// the form of a framework.
///
/// **Numerics.** The variance is not computed as v − m², which cancels and in PyTorch becomes NaN when a gradient
/// stays constant for long. It is computed by sₜ = ρ·sₜ₋₁ + ρ(1 − ρ)(gₜ − mₜ₋₁)², which is the same number without the
/// subtraction and never negative. With ε = 0 and no gradient so far, a parameter does not move.
///
/// Source: Tieleman & Hinton (2012), "Neural networks for machine learning", lecture 6.5; centered: Graves
/// (2013), "Generating sequences with recurrent neural networks", equations 38–45.
public struct RMSProp<Scalar: OptimizerScalar>: Optimizer {
  /// η.
  public var learningRate: Scalar

  /// ρ in 0…1, the share of the old mean square that is kept.
  public var decay: Scalar

  /// ε ≥ 0, which bounds the step where gradients are tiny.
  public var epsilon: Scalar

  /// Where ε enters the denominator.
  public var epsilonPlacement: EpsilonPlacement

  /// μ in 0..<1; 0 turns momentum off, and the next step clears the buffer.
  public var momentum: Scalar

  /// Whether the step looks ahead: θ −= η·u + μ·b instead of b, as in Optax.
  public var isNesterov: Bool

  /// Where η enters the momentum buffer.
  public var momentumScaling: MomentumScaling

  /// Whether the variance of the gradient takes the place of its mean square.
  public let isCentered: Bool

  /// Whether the averages are divided by 1 − ρᵗ, as Optax can.
  public let correctsBias: Bool

  /// v₀ of every parameter.
  public let initialMeanSquare: Scalar

  /// How parameters are pulled towards zero.
  public var weightDecay: WeightDecay<Scalar>

  /// The record of applied and rejected steps.
  public internal(set) var log = StepLog()

  /// b, the momentum buffer; empty without momentum.
  public internal(set) var momentumBuffer: [Scalar] = []

  /// v; with `isCentered` the variance s. With `isCentered` and `correctsBias` these are the corrected averages
  /// without the share of v₀, which is one number for all parameters.
  var second: [Scalar] = []

  /// m; only with `isCentered`.
  var first: [Scalar] = []

  /// 1 − ρᵗ.
  var weight = AverageWeight<Scalar>()

  /// ρᵗ, the remaining share of v₀.
  var initialShare: Scalar = 1

  /// Creates the rule with an empty state.
  ///
  /// - Parameters:
  ///   - learningRate: η. Keras' default is 0.001, PyTorch's 0.01.
  ///   - decay: ρ in 0…1. Default 0.9: Hinton's lecture, Keras, Optax; PyTorch and MLX take 0.99.
  ///   - epsilon: ε ≥ 0. Default 10⁻⁸: PyTorch, Optax, MLX; Keras takes 10⁻⁷.
  ///   - epsilonPlacement: Default outside the root: PyTorch, MLX; Keras and Optax have it inside.
  ///   - momentum: μ in 0..<1. Default 0, as everywhere.
  ///   - isNesterov: Default false, as everywhere; only Optax offers it.
  ///   - momentumScaling: Default outside, as in PyTorch; it matters only while η changes.
  ///   - isCentered: Default false, as everywhere.
  ///   - correctsBias: Default false, as everywhere; only Optax offers it.
  ///   - initialMeanSquare: v₀ ≥ 0. Default 0; TensorFlow 1 starts at 1.
  ///   - weightDecay: Default none, as everywhere.
  public init(
    learningRate: Scalar, decay: Scalar = 0.9, epsilon: Scalar = 1e-8,
    epsilonPlacement: EpsilonPlacement = .outsideRoot, momentum: Scalar = 0, isNesterov: Bool = false,
    momentumScaling: MomentumScaling = .outsideBuffer, isCentered: Bool = false, correctsBias: Bool = false,
    initialMeanSquare: Scalar = 0, weightDecay: WeightDecay<Scalar> = .none
  ) {
    self.learningRate = learningRate
    self.decay = decay
    self.epsilon = epsilon
    self.epsilonPlacement = epsilonPlacement
    self.momentum = momentum
    self.isNesterov = isNesterov
    self.momentumScaling = momentumScaling
    self.isCentered = isCentered
    self.correctsBias = correctsBias
    self.initialMeanSquare = initialMeanSquare
    self.weightDecay = weightDecay
    requirements.trapIfInvalid("RMSProp")
  }

  /// Adds an outcome to ``log``; `step` and `checkedStep` call this.
  public mutating func record(_ entry: StepLog.Entry) {
    log.record(entry)
  }

  /// Resets the averages and the momentum; hyper-parameters stay.
  public mutating func reset() {
    log = StepLog()
    momentumBuffer = []
    second = []
    first = []
    weight = AverageWeight()
    initialShare = 1
  }
}
