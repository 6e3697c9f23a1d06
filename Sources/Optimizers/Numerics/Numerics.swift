/// √max(0, x).
///
/// The clamp also makes it fast: without it, the compiler must keep a branch to the C library, which sets `errno`,
/// and cannot use vector instructions.
@inline(__always)
func root<Scalar: OptimizerScalar>(_ x: Scalar) -> Scalar {
  (x > 0 ? x : 0).squareRoot()
}

/// x / y, and 0 when y is 0: a parameter without any gradient so far does not move, even with ε = 0.
@inline(__always)
func guardedQuotient<Scalar: OptimizerScalar>(_ x: Scalar, _ y: Scalar) -> Scalar {
  y > 0 ? x / y : 0
}

/// g + λ·θ, the gradient with L2 weight decay.
@inline(__always)
func pulled<Scalar: OptimizerScalar>(_ g: Scalar, _ theta: Scalar, by l2: Scalar) -> Scalar {
  l2 == 0 ? g : g + l2 * theta
}
