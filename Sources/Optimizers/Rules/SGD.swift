/// Gradient descent, plain or with momentum. It is "stochastic" or "mini-batch" depending on the gradient.
///
///     θₜ = θₜ₋₁ − η·gₜ                                    without momentum
///     bₜ = μ·bₜ₋₁ + (1 − τ)·gₜ,   θₜ = θₜ₋₁ − η·bₜ         with momentum μ and dampening τ
///     θₜ = θₜ₋₁ − η·(gₜ + μ·bₜ)                           Nesterov
///
/// **Variants.** In PyTorch, the default here, the first gradient enters the buffer undampened (b₁ = g₁); in MLX
/// it is dampened. In Keras η is inside the buffer: b = μ·b + η·g, θ −= b, see ``MomentumScaling``.
///
/// Source: Polyak (1964), "Some methods of speeding up the convergence of iteration methods"; Nesterov's form:
/// Sutskever et al. (2013), "On the importance of initialization and momentum in deep learning".
public struct SGD<Scalar: OptimizerScalar>: Optimizer {
  /// η.
  public var learningRate: Scalar

  /// μ in 0..<1; 0 turns momentum off, and the next step clears the buffer.
  public var momentum: Scalar

  /// τ in 0…1, the share of each gradient that is kept out of the buffer.
  public var dampening: Scalar

  /// Whether the step looks ahead along the buffer.
  public var isNesterov: Bool

  /// How parameters are pulled towards zero.
  public var weightDecay: WeightDecay<Scalar>

  /// Where η enters the momentum buffer.
  public var momentumScaling: MomentumScaling

  /// Whether dampening applies to the very first gradient, as in MLX.
  public var dampensFirstStep: Bool

  /// The record of applied and rejected steps.
  public internal(set) var log = StepLog()

  /// b, the momentum buffer; empty without momentum.
  public internal(set) var momentumBuffer: [Scalar] = []

  /// The number of parameters of the first step; 0 before it.
  var parameterCount = 0

  /// Creates the rule with an empty state.
  ///
  /// - Parameters:
  ///   - learningRate: η. PyTorch's default is 0.001, Keras' 0.01.
  ///   - momentum: μ in 0..<1. Default 0, as everywhere.
  ///   - dampening: τ in 0…1. Default 0, as everywhere.
  ///   - isNesterov: Default false, as everywhere.
  ///   - momentumScaling: Default outside: PyTorch, Optax, MLX; Keras has η inside.
  ///   - dampensFirstStep: Default false: PyTorch; MLX dampens from the first step.
  ///   - weightDecay: Default none, as everywhere.
  public init(
    learningRate: Scalar, momentum: Scalar = 0, dampening: Scalar = 0, isNesterov: Bool = false,
    momentumScaling: MomentumScaling = .outsideBuffer, dampensFirstStep: Bool = false,
    weightDecay: WeightDecay<Scalar> = .none
  ) {
    self.learningRate = learningRate
    self.momentum = momentum
    self.dampening = dampening
    self.isNesterov = isNesterov
    self.weightDecay = weightDecay
    self.momentumScaling = momentumScaling
    self.dampensFirstStep = dampensFirstStep
    requirements.trapIfInvalid("SGD")
  }

  /// Adds an outcome to ``log``; `step` and `checkedStep` call this.
  public mutating func record(_ entry: StepLog.Entry) {
    log.record(entry)
  }

  /// Resets the momentum; hyper-parameters stay.
  public mutating func reset() {
    log = StepLog()
    momentumBuffer = []
    parameterCount = 0
  }
}
