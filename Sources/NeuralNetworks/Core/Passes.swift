/// What a layer computes its output from, and where to. The pointers are valid during the call only.
public struct ForwardPass<Scalar: NetworkScalar> {
  /// The number of examples.
  public let batchSize: Int
  /// The shape of an example that comes in.
  public let inputShape: Shape
  /// The shape of an example that goes out.
  public let outputShape: Shape
  /// θ of this layer.
  public let parameters: UnsafePointer<Scalar>
  /// The layer's state, which survives the pass.
  public let state: UnsafeMutablePointer<Scalar>
  /// x, `batchSize × inputShape`.
  public let input: UnsafePointer<Scalar>
  /// y, `batchSize × outputShape`.
  public let output: UnsafeMutablePointer<Scalar>
  /// Scratch that the backward pass of the same batch finds unchanged.
  public let workspace: UnsafeMutablePointer<Scalar>
  /// The number of valid time steps of each example; `nil` when all are.
  public let lengths: UnsafePointer<Int>?
  /// Whether dropout drops and batch normalisation takes the statistics of the batch.
  public let isTraining: Bool
  /// A seed of its own for each layer and step.
  public let seed: UInt64
}

/// What a layer computes its gradients from, and where to. The pointers are valid during the call only.
public struct BackwardPass<Scalar: NetworkScalar> {
  /// The number of examples.
  public let batchSize: Int
  /// The shape of an example that came in.
  public let inputShape: Shape
  /// The shape of an example that went out.
  public let outputShape: Shape
  /// θ of this layer.
  public let parameters: UnsafePointer<Scalar>
  /// The layer's state.
  public let state: UnsafeMutablePointer<Scalar>
  /// x, `batchSize × inputShape`.
  public let input: UnsafePointer<Scalar>
  /// y, `batchSize × outputShape`.
  public let output: UnsafePointer<Scalar>
  /// ∂L/∂y, `batchSize × outputShape`. The layer may overwrite it.
  public let outputGradient: UnsafeMutablePointer<Scalar>
  /// ∂L/∂θ, to be written, every element.
  public let parameterGradient: UnsafeMutablePointer<Scalar>
  /// ∂L/∂x, `batchSize × inputShape`, to be written, every element; `nil` when nobody needs it.
  public let inputGradient: UnsafeMutablePointer<Scalar>?
  /// As the forward pass left it.
  public let workspace: UnsafeMutablePointer<Scalar>
  /// The number of valid time steps of each example; `nil` when all are.
  public let lengths: UnsafePointer<Int>?
  /// As in the forward pass.
  public let isTraining: Bool
  /// As in the forward pass.
  public let seed: UInt64
}
