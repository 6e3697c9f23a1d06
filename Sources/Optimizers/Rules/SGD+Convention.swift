extension SGD {
  /// Creates the rule with the formula of one framework.
  ///
  /// | convention | η in the buffer | first gradient dampened |
  /// |---|---|---|
  /// | PyTorch, Optax | outside | no |
  /// | MLX | outside | yes |
  /// | Keras, Swift for TensorFlow | inside | – (no dampening) |
  ///
  /// - Parameters:
  ///   - learningRate: η.
  ///   - convention: The framework.
  ///   - momentum: μ; every framework's default is 0.
  ///   - dampening: τ; every framework's default is 0.
  ///   - isNesterov: Every framework's default is false.
  ///   - weightDecay: Every framework's default is none.
  public init(
    learningRate: Scalar, convention: FrameworkConvention, momentum: Scalar = 0, dampening: Scalar = 0,
    isNesterov: Bool = false, weightDecay: WeightDecay<Scalar> = .none
  ) {
    let isInside = convention == .keras || convention == .swiftForTensorFlow
    self.init(
      learningRate: learningRate, momentum: momentum, dampening: dampening, isNesterov: isNesterov,
      momentumScaling: isInside ? .insideBuffer : .outsideBuffer, dampensFirstStep: convention == .mlx,
      weightDecay: weightDecay)
  }
}
