extension RMSProp {
  /// The conditions of a step of this rule.
  public var requirements: StepRequirements<Scalar> {
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    get {
      StepRequirements(
        parameterCount: second.count, gradientLimit: .squarable, l2: weightDecay.gradientFactor,
        invalid: learningRate.invalid("learningRate", unless: .finite)
          ?? decay.invalid("decay", unless: .share)
          ?? epsilon.invalid("epsilon", unless: .nonNegative)
          ?? momentum.invalid("momentum", unless: .belowOne)
          ?? initialMeanSquare.invalid("initialMeanSquare", unless: .nonNegative)
          ?? weightDecay.invalid)
    }
  }

  /// Computes one step that has been checked; call `step` or `checkedStep` instead.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public mutating func apply(_ parameters: inout MutableSpan<Scalar>, gradient: Span<Scalar>) {
    prepare(count: parameters.count)
    let factors = RMSPropFactors(self)
    switch (isCentered, momentum == 0) {
    case (false, true):
      log.leavesFiniteParameters = factors.plain(&parameters, gradient, &second)
    case (false, false):
      log.leavesFiniteParameters = factors.plain(&parameters, gradient, &second, &momentumBuffer)
    case (true, true):
      log.leavesFiniteParameters = factors.centered(&parameters, gradient, &first, &second)
    case (true, false):
      log.leavesFiniteParameters = factors.centered(&parameters, gradient, &first, &second, &momentumBuffer)
    }
  }

  /// Allocates the state on the first step and advances the scalars that change with every step.
  @inline(__always)
  private mutating func prepare(count: Int) {
    if second.count != count {
      let start = isCentered && correctsBias ? 0 : initialMeanSquare
      second = Array(repeating: start, count: count)
      if isCentered { first = Array(repeating: 0, count: count) }
    }
    if momentum == 0 {
      momentumBuffer = []
    } else if momentumBuffer.count != count {
      momentumBuffer = Array(repeating: 0, count: count)
    }
    weight.add(decay: decay)
    initialShare *= decay
  }
}
