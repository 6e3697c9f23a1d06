/// The input, output and memory of a layer's forward pass. The pointers are valid only during the call.
public struct ForwardPass<Scalar: NetworkScalar> {
  /// The number of examples.
  public let batchSize: Int
  /// The shape of an input example.
  public let inputShape: Shape
  /// The shape of an output example.
  public let outputShape: Shape
  /// θ of this layer.
  public let parameters: UnsafePointer<Scalar>
  /// The layer's state, which survives the pass.
  public let state: UnsafeMutablePointer<Scalar>
  /// x, `batchSize × inputShape`.
  public let input: UnsafePointer<Scalar>
  /// y, `batchSize × outputShape`.
  public let output: UnsafeMutablePointer<Scalar>
  /// Scratch memory that stays unchanged until the backward pass of the same batch.
  public let workspace: UnsafeMutablePointer<Scalar>
  /// The number of valid time steps of each example; `nil` when all steps are valid.
  public let lengths: UnsafePointer<Int>?
  /// Whether dropout is on and batch normalisation uses the statistics of the batch.
  public let isTraining: Bool
  /// The seed for this layer and step.
  public let seed: UInt64
}

/// The gradients and memory of a layer's backward pass. The pointers are valid only during the call.
public struct BackwardPass<Scalar: NetworkScalar> {
  /// The number of examples.
  public let batchSize: Int
  /// The shape of an input example.
  public let inputShape: Shape
  /// The shape of an output example.
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
  /// ∂L/∂θ. The layer must write every element.
  public let parameterGradient: UnsafeMutablePointer<Scalar>
  /// ∂L/∂x, `batchSize × inputShape`; `nil` when it is not needed. The layer must write every element.
  public let inputGradient: UnsafeMutablePointer<Scalar>?
  /// The workspace as the forward pass left it.
  public let workspace: UnsafeMutablePointer<Scalar>
  /// The number of valid time steps of each example; `nil` when all steps are valid.
  public let lengths: UnsafePointer<Int>?
  /// Whether the forward pass was for training.
  public let isTraining: Bool
  /// The seed of the forward pass.
  public let seed: UInt64
}
