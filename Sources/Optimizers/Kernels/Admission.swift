/// Throws unless a step with this gradient can be applied completely.
///
/// The gradient is read in blocks from its end to its start, so that of a large one the first part is in the
/// cache afterwards, which is where the update begins.
///
/// - Parameter l2: λ of L2 weight decay. What must be finite is g + λ·θ, since that is what the rule sees.
@inline(__always)
func admit<Scalar: OptimizerScalar>(
  _ parameters: borrowing MutableSpan<Scalar>, gradient: Span<Scalar>, stateCount: Int,
  limit: GradientLimit, l2: Scalar
) throws(StepError) {
  guard gradient.count == parameters.count else {
    throw .gradientCount(expected: parameters.count, found: gradient.count)
  }
  guard stateCount == 0 || stateCount == parameters.count else {
    throw .parameterCount(expected: stateCount, found: parameters.count)
  }
  let bound: Scalar = limit.magnitude()
  var upper = gradient.count
  while upper > 0 {
    let lower = Swift.max(0, upper &- 65536)
    guard isWithin(bound, parameters, gradient, lower, upper, l2) else {
      throw firstError(bound, parameters, gradient, l2)
    }
    upper = lower
  }
}

/// Whether |g + λ·θ| ≤ bound for every element of the block. NaN is not.
@inline(__always)
private func isWithin<Scalar: OptimizerScalar>(
  _ bound: Scalar, _ parameters: borrowing MutableSpan<Scalar>, _ gradient: Span<Scalar>,
  _ lower: Int, _ upper: Int, _ l2: Scalar
) -> Bool {
  // An integer that is or-ed, not a Bool: only this form becomes vector compares.
  var outside: Int32 = 0
  var index = lower
  if l2 == 0 {
    while index < upper {
      outside |= gradient[unchecked: index].magnitude <= bound ? 0 : 1
      index &+= 1
    }
  } else {
    while index < upper {
      let pulled = gradient[unchecked: index] + l2 * parameters[unchecked: index]
      outside |= pulled.magnitude <= bound ? 0 : 1
      index &+= 1
    }
  }
  return outside == 0
}

/// The error for the first element out of bounds. Slow, and only run once something is known to be wrong.
@inline(never)
private func firstError<Scalar: OptimizerScalar>(
  _ bound: Scalar, _ parameters: borrowing MutableSpan<Scalar>, _ gradient: Span<Scalar>, _ l2: Scalar
) -> StepError {
  for index in 0..<gradient.count {
    let pulled = l2 == 0 ? gradient[index] : gradient[index] + l2 * parameters[index]
    if !pulled.isFinite { return .nonFiniteGradient(index: index) }
    if pulled.magnitude > bound { return .gradientOverflow(index: index, limit: Double(bound)) }
  }
  return .nonFiniteGradient(index: 0)
}
