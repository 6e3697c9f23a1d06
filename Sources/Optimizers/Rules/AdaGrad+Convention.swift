extension AdaGrad {
  /// Creates the rule with the formula and the defaults of one framework.
  ///
  /// | convention | G₀ | ε | placement |
  /// |---|---|---|---|
  /// | PyTorch | 0 | 10⁻¹⁰ | outside |
  /// | Keras, Optax | 0.1 | 10⁻⁷ | inside |
  /// | MLX | 0 | 10⁻⁸ | outside |
  /// | Swift for TensorFlow | 0.1 | 10⁻⁸ | outside |
  ///
  /// - Parameters:
  ///   - learningRate: η.
  ///   - convention: The framework.
  ///   - learningRateDecay: Only PyTorch offers it; 0 by default.
  ///   - initialAccumulator: G₀; `nil` for the framework's default.
  ///   - epsilon: ε; `nil` for the framework's default.
  ///   - weightDecay: Every framework's default is none.
  public init(
    learningRate: Scalar, convention: FrameworkConvention, learningRateDecay: Scalar = 0,
    initialAccumulator: Scalar? = nil, epsilon: Scalar? = nil, weightDecay: WeightDecay<Scalar> = .none
  ) {
    let start: Scalar
    let small: Scalar
    switch convention {
    case .pyTorch: (start, small) = (0, 1e-10)
    case .keras, .optax: (start, small) = (0.1, 1e-7)
    case .mlx: (start, small) = (0, 1e-8)
    case .swiftForTensorFlow: (start, small) = (0.1, 1e-8)
    }
    self.init(
      learningRate: learningRate, learningRateDecay: learningRateDecay,
      initialAccumulator: initialAccumulator ?? start, epsilon: epsilon ?? small,
      epsilonPlacement: convention == .keras || convention == .optax ? .insideRoot : .outsideRoot,
      weightDecay: weightDecay)
  }
}
