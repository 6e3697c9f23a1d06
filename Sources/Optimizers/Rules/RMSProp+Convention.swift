extension RMSProp {
  /// Creates the rule with the formula and the defaults of one framework.
  ///
  /// | convention | ρ | ε | placement | η in the buffer |
  /// |---|---|---|---|---|
  /// | PyTorch | 0.99 | 10⁻⁸ | outside | outside |
  /// | Keras | 0.9 | 10⁻⁷ | inside | inside |
  /// | Optax | 0.9 | 10⁻⁸ | inside | inside |
  /// | MLX | 0.99 | 10⁻⁸ | outside | – (no momentum) |
  /// | Swift for TensorFlow | 0.9 | 10⁻⁸ | outside | – (no momentum) |
  ///
  /// - Parameters:
  ///   - learningRate: η.
  ///   - convention: The framework.
  ///   - decay: ρ; `nil` for the framework's default.
  ///   - epsilon: ε; `nil` for the framework's default.
  ///   - momentum: μ; every framework's default is 0.
  ///   - isNesterov: Only Optax offers it; off by default.
  ///   - isCentered: Off by default in every framework.
  ///   - correctsBias: Only Optax offers it; off by default.
  ///   - initialMeanSquare: v₀; every framework's default is 0.
  ///   - weightDecay: Every framework's default is none.
  public init(
    learningRate: Scalar, convention: FrameworkConvention, decay: Scalar? = nil, epsilon: Scalar? = nil,
    momentum: Scalar = 0, isNesterov: Bool = false, isCentered: Bool = false, correctsBias: Bool = false,
    initialMeanSquare: Scalar = 0, weightDecay: WeightDecay<Scalar> = .none
  ) {
    let isInside = convention == .keras || convention == .optax
    let isSlow = convention == .pyTorch || convention == .mlx
    self.init(
      learningRate: learningRate, decay: decay ?? (isSlow ? 0.99 : 0.9),
      epsilon: epsilon ?? (convention == .keras ? 1e-7 : 1e-8),
      epsilonPlacement: isInside ? .insideRoot : .outsideRoot, momentum: momentum, isNesterov: isNesterov,
      momentumScaling: isInside ? .insideBuffer : .outsideBuffer, isCentered: isCentered,
      correctsBias: correctsBias, initialMeanSquare: initialMeanSquare, weightDecay: weightDecay)
  }
}
