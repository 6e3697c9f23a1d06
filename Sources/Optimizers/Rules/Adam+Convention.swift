extension Adam {
  /// Creates the rule with the formula and the defaults of one framework.
  ///
  /// | convention | ε | placement | bias correction | AMSGrad form |
  /// |---|---|---|---|---|
  /// | PyTorch | 10⁻⁸ | outside | yes | raw |
  /// | Keras | 10⁻⁷ | before correction | yes | raw |
  /// | Optax | 10⁻⁸ | outside | yes | corrected |
  /// | MLX | 10⁻⁸ | outside | no | – (none) |
  /// | Swift for TensorFlow | 10⁻⁸ | before correction | yes | raw |
  ///
  /// - Parameters:
  ///   - learningRate: η.
  ///   - convention: The framework.
  ///   - beta1: β₁, 0.9 in every framework.
  ///   - beta2: β₂, 0.999 in every framework.
  ///   - epsilon: ε; `nil` for the framework's default.
  ///   - usesAMSGrad: Whether to keep the maximum, in the framework's form.
  ///   - weightDecay: Every framework's default is none.
  public init(
    learningRate: Scalar, convention: FrameworkConvention, beta1: Scalar = 0.9, beta2: Scalar = 0.999,
    epsilon: Scalar? = nil, usesAMSGrad: Bool = false, weightDecay: WeightDecay<Scalar> = .none
  ) {
    self.init(
      learningRate: learningRate, beta1: beta1, beta2: beta2,
      epsilon: epsilon ?? (convention == .keras ? 1e-7 : 1e-8),
      epsilonPlacement: convention.correctsEpsilon ? .beforeCorrection : .outsideRoot,
      correctsBias: convention != .mlx,
      amsgrad: usesAMSGrad ? (convention == .optax ? .corrected : .raw) : .off, weightDecay: weightDecay)
  }
}

extension FrameworkConvention {
  /// Whether Adam's ε is added before the correction for bias.
  var correctsEpsilon: Bool { self == .keras || self == .swiftForTensorFlow }
}
