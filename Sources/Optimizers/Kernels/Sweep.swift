// One pass over parameters, gradient and state, with the arithmetic of a rule as a closure. Everything is
// inlined, so that a rule's pass becomes one loop of vector instructions for Float and one for Double.
// Each pass returns whether all parameters are finite afterwards.

/// A pass over θ and g.
@inline(__always)
func sweep<Scalar: OptimizerScalar>(
  _ parameters: inout MutableSpan<Scalar>, _ gradient: Span<Scalar>,
  _ body: (_ theta: inout Scalar, _ g: Scalar) -> Void
) -> Bool {
  precondition(parameters.count == gradient.count, "apply must be called by step or checkedStep")
  return isFiniteForEveryIndex(from: unalignedHead(parameters.span), to: gradient.count) { index in
    var theta = parameters[unchecked: index]
    body(&theta, gradient[unchecked: index])
    parameters[unchecked: index] = theta
    return theta
  }
}

/// A pass over θ, g and one state array.
@inline(__always)
func sweep<Scalar: OptimizerScalar>(
  _ parameters: inout MutableSpan<Scalar>, _ gradient: Span<Scalar>, _ first: inout [Scalar],
  _ body: (_ theta: inout Scalar, _ g: Scalar, _ a: inout Scalar) -> Void
) -> Bool {
  precondition(first.count == gradient.count, "apply must be called by step or checkedStep")
  var first = first.mutableSpan
  precondition(parameters.count == gradient.count, "apply must be called by step or checkedStep")
  return isFiniteForEveryIndex(from: unalignedHead(parameters.span), to: gradient.count) { index in
    var theta = parameters[unchecked: index]
    var a = first[unchecked: index]
    body(&theta, gradient[unchecked: index], &a)
    first[unchecked: index] = a
    parameters[unchecked: index] = theta
    return theta
  }
}

/// A pass over θ, g and two state arrays.
@inline(__always)
func sweep<Scalar: OptimizerScalar>(
  _ parameters: inout MutableSpan<Scalar>, _ gradient: Span<Scalar>,
  _ first: inout [Scalar], _ second: inout [Scalar],
  _ body: (_ theta: inout Scalar, _ g: Scalar, _ a: inout Scalar, _ b: inout Scalar) -> Void
) -> Bool {
  precondition(first.count == gradient.count, "apply must be called by step or checkedStep")
  var first = first.mutableSpan
  precondition(second.count == gradient.count, "apply must be called by step or checkedStep")
  var second = second.mutableSpan
  precondition(parameters.count == gradient.count, "apply must be called by step or checkedStep")
  return isFiniteForEveryIndex(from: unalignedHead(parameters.span), to: gradient.count) { index in
    var theta = parameters[unchecked: index]
    var a = first[unchecked: index]
    var b = second[unchecked: index]
    body(&theta, gradient[unchecked: index], &a, &b)
    first[unchecked: index] = a
    second[unchecked: index] = b
    parameters[unchecked: index] = theta
    return theta
  }
}

/// A pass over θ, g and three state arrays.
@inline(__always)
func sweep<Scalar: OptimizerScalar>(
  _ parameters: inout MutableSpan<Scalar>, _ gradient: Span<Scalar>,
  _ first: inout [Scalar], _ second: inout [Scalar], _ third: inout [Scalar],
  _ body: (_ theta: inout Scalar, _ g: Scalar, _ a: inout Scalar, _ b: inout Scalar, _ c: inout Scalar) ->
    Void
) -> Bool {
  precondition(first.count == gradient.count, "apply must be called by step or checkedStep")
  var first = first.mutableSpan
  precondition(second.count == gradient.count, "apply must be called by step or checkedStep")
  var second = second.mutableSpan
  precondition(third.count == gradient.count, "apply must be called by step or checkedStep")
  var third = third.mutableSpan
  precondition(parameters.count == gradient.count, "apply must be called by step or checkedStep")
  return isFiniteForEveryIndex(from: unalignedHead(parameters.span), to: gradient.count) { index in
    var theta = parameters[unchecked: index]
    var a = first[unchecked: index]
    var b = second[unchecked: index]
    var c = third[unchecked: index]
    body(&theta, gradient[unchecked: index], &a, &b, &c)
    first[unchecked: index] = a
    second[unchecked: index] = b
    third[unchecked: index] = c
    parameters[unchecked: index] = theta
    return theta
  }
}

/// Visits every index and returns whether every result is finite. The first loop of a large array runs up to the
/// start of a cache line, the second over all other elements.
@inline(__always)
private func isFiniteForEveryIndex<Scalar: OptimizerScalar>(
  from head: Int, to count: Int, _ body: (Int) -> Scalar
) -> Bool {
  let bound = Scalar.greatestFiniteMagnitude
  // ORs integers instead of Bools, because only this form compiles to vector compares.
  var failures: Int32 = 0
  var index = 0
  while index < head {
    failures |= body(index).magnitude <= bound ? 0 : 1
    index &+= 1
  }
  while index < count {
    failures |= body(index).magnitude <= bound ? 0 : 1
    index &+= 1
  }
  return failures == 0
}
