public import ElementaryNumerics

/// Gives each channel (the last extent) mean β and deviation γ over the batch.
///
///     x̂ = (x − μ) / √(σ² + ε),  y = γ·x̂ + β
///     ∂L/∂β = Σ ∂L/∂y,  ∂L/∂γ = Σ ∂L/∂y·x̂
///     ∂L/∂x = γ / √(σ² + ε)·(∂L/∂y − (∂L/∂β + x̂·∂L/∂γ) / n)
///
/// μ and σ² are taken over the n rows of the batch (images: over all positions). Prediction uses running
/// averages instead: r ← m·r + (1 − m)·new, where the variance is over n − 1, as in PyTorch. Source: Ioffe &
/// Szegedy (2015).
public struct BatchNormalization: Layer {
  /// m, the share of the running averages that each step keeps (PyTorch's momentum is 1 − m).
  public var momentum: Double
  /// ε.
  public var epsilon: Double

  /// Describes the layer.
  ///
  /// - Parameters:
  ///   - momentum: m, in 0 … 1. Default 0.9, as in PyTorch; Keras takes 0.99.
  ///   - epsilon: ε > 0. Default 10⁻⁵, as in PyTorch; Keras takes 10⁻³.
  public init(momentum: Double = 0.9, epsilon: Double = 1e-5) {
    self.momentum = momentum
    self.epsilon = epsilon
  }

  /// The name in messages and summaries.
  public var name: String { "BatchNormalization" }

  /// The shape of an output example; the error names both shapes.
  public func outputShape(for input: Shape) throws(NetworkError) -> Shape {
    guard momentum >= 0, momentum <= 1 else {
      throw .invalidOption(owner: name, option: "momentum", value: "\(momentum)", rule: "in 0 … 1")
    }
    guard epsilon > 0 else {
      throw .invalidOption(owner: name, option: "epsilon", value: "\(epsilon)", rule: "greater than 0")
    }
    guard input.rank >= 1, input.count > 0 else {
      throw .unsuitableInput(layer: name, wants: "features, the channels last", given: input)
    }
    return input
  }

  /// The number of parameters.
  public func parameterCount(for input: Shape) -> Int { 2 * input[input.rank - 1] }
  /// The number of state values.
  public func stateCount(for input: Shape) -> Int { 2 * input[input.rank - 1] }
  /// The number of workspace elements for one batch.
  public func workspaceCount(for input: Shape, batchSize: Int) -> Int { 2 * input[input.rank - 1] }

  /// Sets γ = 1, β = 0, running mean 0 and running variance 1.
  public func initialize<Scalar: NetworkScalar>(
    _ parameters: UnsafeMutablePointer<Scalar>, state: UnsafeMutablePointer<Scalar>, input: Shape,
    using generator: inout SplitMix64
  ) {
    let channels = input[input.rank - 1]
    for c in 0..<channels { (parameters[c], state[channels + c]) = (1, 1) }
  }
}
