/// A framework whose defaults and formulas a rule can adopt.
///
/// ```swift
/// var optimizer = RMSProp(learningRate: 0.01, convention: .pyTorch)
/// ```
///
/// <doc:FrameworkConventions> lists the formulas and defaults of each framework.
public enum FrameworkConvention: Equatable, Hashable, Sendable, CaseIterable {
  /// `torch.optim` of PyTorch 2.
  case pyTorch

  /// `keras.optimizers` of Keras 3.
  case keras

  /// Optax 0.2, for JAX.
  case optax

  /// MLX and MLX Swift.
  case mlx

  /// swift-apis, the archived optimizers of Swift for TensorFlow.
  case swiftForTensorFlow
}
