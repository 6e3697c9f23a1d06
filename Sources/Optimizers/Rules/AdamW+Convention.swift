extension AdamW {
  /// Creates the rule with the formula of one framework and a decay of your own, see ``Adam``.
  ///
  /// - Parameters:
  ///   - learningRate: η.
  ///   - convention: The framework.
  ///   - beta1: β₁, 0.9 in every framework.
  ///   - beta2: β₂, 0.999 in every framework.
  ///   - epsilon: ε; `nil` for the framework's default.
  ///   - usesAMSGrad: Whether to keep the maximum, in the framework's form.
  ///   - weightDecay: `.decoupled(λ)`; `.none` is no decay.
  public init(
    learningRate: Scalar, convention: FrameworkConvention, beta1: Scalar = 0.9, beta2: Scalar = 0.999,
    epsilon: Scalar? = nil, usesAMSGrad: Bool = false, weightDecay: WeightDecay<Scalar>
  ) {
    adam = Adam(
      learningRate: learningRate, convention: convention, beta1: beta1, beta2: beta2, epsilon: epsilon,
      usesAMSGrad: usesAMSGrad, weightDecay: weightDecay)
  }

  /// Creates the rule with the formula and the defaults of one framework, see ``Adam``.
  ///
  /// The decay is decoupled, by 0.01 in PyTorch and MLX, 0.004 in Keras and 10⁻⁴ in Optax.
  ///
  /// - Parameters:
  ///   - learningRate: η.
  ///   - convention: The framework.
  ///   - beta1: β₁, 0.9 in every framework.
  ///   - beta2: β₂, 0.999 in every framework.
  ///   - epsilon: ε; `nil` for the framework's default.
  ///   - usesAMSGrad: Whether to keep the maximum, in the framework's form.
  public init(
    learningRate: Scalar, convention: FrameworkConvention, beta1: Scalar = 0.9, beta2: Scalar = 0.999,
    epsilon: Scalar? = nil, usesAMSGrad: Bool = false
  ) {
    let usual: Scalar
    switch convention {
    case .pyTorch, .mlx, .swiftForTensorFlow: usual = 0.01
    case .keras: usual = 0.004
    case .optax: usual = 1e-4
    }
    self.init(
      learningRate: learningRate, convention: convention, beta1: beta1, beta2: beta2, epsilon: epsilon,
      usesAMSGrad: usesAMSGrad, weightDecay: .decoupled(usual))
  }
}
