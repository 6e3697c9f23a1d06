/// Where the learning rate enters a momentum rule. It matters only when the rate changes between steps.
public enum MomentumScaling: Equatable, Hashable, Sendable, CaseIterable {
  /// b = μ·b + u, θ −= η·b: a new rate scales the whole buffer at once. PyTorch; MLX and Optax for SGD.
  case outsideBuffer

  /// b = μ·b + η·u, θ −= b: earlier updates keep their rate. Keras; Optax for RMSProp; TensorFlow.
  case insideBuffer
}
