extension AdamW {
  /// η.
  public var learningRate: Scalar {
    get { adam.learningRate }
    set { adam.learningRate = newValue }
  }

  /// β₁ in 0..<1, the share of the old mean that is kept.
  public var beta1: Scalar {
    get { adam.beta1 }
    set { adam.beta1 = newValue }
  }

  /// β₂ in 0..<1, the share of the old mean square that is kept.
  public var beta2: Scalar {
    get { adam.beta2 }
    set { adam.beta2 = newValue }
  }

  /// ε ≥ 0.
  public var epsilon: Scalar {
    get { adam.epsilon }
    set { adam.epsilon = newValue }
  }

  /// Where ε enters the denominator.
  public var epsilonPlacement: EpsilonPlacement {
    get { adam.epsilonPlacement }
    set { adam.epsilonPlacement = newValue }
  }

  /// Whether the averages are divided by 1 − βᵗ.
  public var correctsBias: Bool {
    get { adam.correctsBias }
    set { adam.correctsBias = newValue }
  }

  /// Whether the denominator keeps its maximum.
  public var amsgrad: AMSGrad { adam.amsgrad }

  /// How parameters are pulled towards zero.
  public var weightDecay: WeightDecay<Scalar> {
    get { adam.weightDecay }
    set { adam.weightDecay = newValue }
  }

  /// A second ε ≥ 0, always inside the root.
  public var rootEpsilon: Scalar {
    get { adam.rootEpsilon }
    set { adam.rootEpsilon = newValue }
  }

  /// m, the running mean of the gradient, not corrected for bias; empty before the first step.
  public var firstMoment: [Scalar] { adam.firstMoment }

  /// v, the running mean square of the gradient, not corrected for bias; empty before the first step.
  public var secondMoment: [Scalar] { adam.secondMoment }

  /// w, the largest second moment so far; empty before the first step and without AMSGrad.
  public var maximumSecondMoment: [Scalar] { adam.maximumSecondMoment }

  /// The conditions of a step of this rule, see ``Adam``.
  public var requirements: StepRequirements<Scalar> { adam.requirements }

  /// Computes one step that has been checked; call `step` or `checkedStep` instead.
  public mutating func apply(_ parameters: inout MutableSpan<Scalar>, gradient: Span<Scalar>) {
    adam.apply(&parameters, gradient: gradient)
  }
}
