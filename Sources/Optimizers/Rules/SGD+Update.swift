extension SGD {
  /// Computes one step; call `step` or `checkedStep` instead, which also keep the log.
  ///
  /// - Parameters:
  ///   - parameters: θ, updated in place.
  ///   - gradient: g, as long as `parameters`, every element finite.
  /// - Throws: ``StepError``; nothing was changed then.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public mutating func update(
    _ parameters: inout MutableSpan<Scalar>, gradient: Span<Scalar>
  ) throws(StepError) {
    let l2 = weightDecay.gradientFactor
    try admit(parameters, gradient: gradient, stateCount: parameterCount, limit: .finite, l2: l2)
    parameterCount = parameters.count
    let retention = weightDecay.retention(learningRate: learningRate)
    if momentum == 0 {
      descend(&parameters, gradient, rate: learningRate, l2: l2, retention: retention)
      return
    }
    let isFirst = momentumBuffer.isEmpty
    if isFirst { momentumBuffer = Array(repeating: 0, count: parameters.count) }
    let share = isFirst && !dampensFirstStep ? 1 : 1 - dampening
    let isOutside = momentumScaling == .outsideBuffer
    let (intake, rate) = isOutside ? (1, learningRate) : (learningRate, 1)
    descend(
      &parameters, gradient, &momentumBuffer,
      factors: MomentumFactors(
        l2: l2, retention: retention, momentum: momentum, bufferIntake: intake * share,
        directIntake: nesterov ? intake : 0, rate: rate, kept: nesterov ? momentum : 1))
  }
}

/// The numbers of one momentum step, with the options folded in so that the loop has no branches.
private struct MomentumFactors<Scalar: OptimizerScalar> {
  let l2, retention, momentum: Scalar
  let bufferIntake, directIntake, rate, kept: Scalar
}

@inline(__always)
private func descend<Scalar: OptimizerScalar>(
  _ parameters: inout MutableSpan<Scalar>, _ gradient: Span<Scalar>, rate: Scalar, l2: Scalar,
  retention: Scalar
) {
  for index in 0..<gradient.count {
    let theta = parameters[unchecked: index]
    let g = l2 == 0 ? gradient[unchecked: index] : gradient[unchecked: index] + l2 * theta
    parameters[unchecked: index] = retention * theta - rate * g
  }
}

@inline(__always)
private func descend<Scalar: OptimizerScalar>(
  _ parameters: inout MutableSpan<Scalar>, _ gradient: Span<Scalar>, _ bufferState: inout [Scalar],
  factors: MomentumFactors<Scalar>
) {
  var buffer = bufferState.mutableSpan
  for index in 0..<gradient.count {
    let theta = parameters[unchecked: index]
    let g = factors.l2 == 0 ? gradient[unchecked: index] : gradient[unchecked: index] + factors.l2 * theta
    let b = factors.momentum * buffer[unchecked: index] + factors.bufferIntake * g
    buffer[unchecked: index] = b
    let direction = factors.directIntake * g + factors.kept * b
    parameters[unchecked: index] = factors.retention * theta - factors.rate * direction
  }
}
