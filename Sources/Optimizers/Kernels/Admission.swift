/// Throws unless a step with this gradient can be applied completely.
///
/// One bad element rejects the whole step, so every element must be checked before the first is used. This is an
/// extra read of the gradient, a sixth of the memory traffic of an RMSProp step. It reads two places at once,
/// which is a quarter faster than one, and it reads blocks from the end to the start, so that the caches then hold
/// the part where the update begins.
///
/// - Parameter assumingFinite: Whether only lengths and hyper-parameters are checked.
@specialized(where Scalar == Float)
@specialized(where Scalar == Double)
func admit<Scalar: OptimizerScalar>(
  _ parameters: Span<Scalar>, gradient: Span<Scalar>, _ requirements: StepRequirements<Scalar>,
  assumingFinite: Bool
) throws(StepError) {
  guard gradient.count == parameters.count else {
    throw .gradientCount(expected: parameters.count, found: gradient.count)
  }
  let count = requirements.parameterCount
  guard count == 0 || count == parameters.count else {
    throw .parameterCount(expected: count, found: parameters.count)
  }
  if let invalid = requirements.invalid { throw .hyperparameter(invalid) }
  if assumingFinite { return }
  let (bound, l2): (Scalar, Scalar) = (requirements.gradientLimit.magnitude(), requirements.l2)
  let isFine =
    l2 == 0
    ? isEvery(gradient) { gradient[unchecked: $0].magnitude <= bound }
    : isEvery(gradient) { (gradient[unchecked: $0] + l2 * parameters[unchecked: $0]).magnitude <= bound }
  if !isFine { throw firstError(parameters, gradient, bound, l2) }
}

/// The index of the first parameter that is not finite; `nil` when all are.
@specialized(where Scalar == Float)
@specialized(where Scalar == Double)
func firstNonFinite<Scalar: OptimizerScalar>(_ parameters: Span<Scalar>) -> Int? {
  parameters.indices.first { !parameters[$0].isFinite }
}

/// Whether the condition holds at every index. It must be false for NaN.
@inline(__always)
private func isEvery<Scalar: OptimizerScalar>(_ gradient: Span<Scalar>, _ holds: (Int) -> Bool) -> Bool {
  // With a power of two, both places would compete for the same cache sets.
  let half = 65_552
  let head = unalignedHead(gradient)
  let blocks = (gradient.count &- head) / (2 &* half)
  var lower = head &+ blocks &* 2 &* half
  // ORs integers instead of Bools, because only this form compiles to vector compares.
  var failures: Int32 = 0
  var index = lower
  while index < gradient.count {
    failures |= holds(index) ? 0 : 1
    index &+= 1
  }
  while failures == 0 && lower > head {
    lower &-= 2 &* half
    index = lower
    while index < lower &+ half {
      failures |= (holds(index) ? 0 : 1) | (holds(index &+ half) ? 0 : 1)
      index &+= 1
    }
  }
  index = 0
  while index < head {
    failures |= holds(index) ? 0 : 1
    index &+= 1
  }
  return failures == 0
}

/// The error for the first element out of bounds. It is slow and runs only after a check has failed.
@inline(never)
private func firstError<Scalar: OptimizerScalar>(
  _ parameters: Span<Scalar>, _ gradient: Span<Scalar>, _ bound: Scalar, _ l2: Scalar
) -> StepError {
  for index in 0..<gradient.count {
    let pulled = l2 == 0 ? gradient[index] : gradient[index] + l2 * parameters[index]
    if !pulled.isFinite { return .nonFiniteGradient(index: index) }
    if pulled.magnitude > bound { return .gradientOverflow(index: index, limit: Double(bound)) }
  }
  return .nonFiniteGradient(index: 0)
}
