/// How a gradient is scaled down to a norm.
public enum NormForm: Equatable, Hashable, Sendable, CaseIterable {
  /// g·min(1, c/‖g‖): the result has norm c exactly. Optax, Keras.
  case exact

  /// g·min(1, c/(‖g‖ + 10⁻⁶)): the result has a norm a little under c, also when ‖g‖ = c. PyTorch, MLX.
  case pyTorch
}
