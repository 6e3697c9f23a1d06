extension SGD {
  /// Throws unless a step with this gradient would be applied.
  ///
  /// - Parameters:
  ///   - parameters: θ.
  ///   - gradient: g; any finite g + λθ is accepted.
  ///   - assumingFinite: Whether only the lengths are looked at.
  /// - Throws: ``StepError``.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public func check(
    _ parameters: Span<Scalar>, gradient: Span<Scalar>, assumingFinite: Bool
  ) throws(StepError) {
    try admit(
      parameters, gradient: gradient, stateCount: parameterCount, limit: .finite,
      l2: weightDecay.gradientFactor,
      assumingFinite: assumingFinite)
  }

  /// Computes one step that has been checked; call `step` or `checkedStep` instead.
  ///
  /// - Parameters:
  ///   - parameters: θ, updated in place.
  ///   - gradient: g, as long as `parameters`.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public mutating func apply(_ parameters: inout MutableSpan<Scalar>, gradient: Span<Scalar>) {
    parameterCount = parameters.count
    let (l2, rate) = (weightDecay.gradientFactor, learningRate)
    let retention = weightDecay.retention(learningRate: learningRate)
    if momentum == 0 {
      sweep(&parameters, gradient) { theta, gradient in
        theta = retention * theta - rate * pulled(gradient, theta, by: l2)
      }
      return
    }
    let isFirst = momentumBuffer.isEmpty
    if isFirst { momentumBuffer = Array(repeating: 0, count: parameters.count) }
    let factors = MomentumFactors(self, isFirst: isFirst)
    sweep(&parameters, gradient, &momentumBuffer) { theta, gradient, b in
      let g = pulled(gradient, theta, by: l2)
      b = factors.momentum * b + factors.bufferIntake * g
      theta = retention * theta - factors.rate * (factors.directIntake * g + factors.kept * b)
    }
  }
}

/// The numbers of one momentum step, with the options folded in so that the loop has no branches.
private struct MomentumFactors<Scalar: OptimizerScalar> {
  let momentum, bufferIntake, directIntake, kept, rate: Scalar

  init(_ rule: SGD<Scalar>, isFirst: Bool) {
    let isOutside = rule.momentumScaling == .outsideBuffer
    let intake: Scalar = isOutside ? 1 : rule.learningRate
    rate = isOutside ? rule.learningRate : 1
    momentum = rule.momentum
    bufferIntake = isFirst && !rule.dampensFirstStep ? intake : intake * (1 - rule.dampening)
    directIntake = rule.nesterov ? intake : 0
    kept = rule.nesterov ? rule.momentum : 1
  }
}
