/// √max(0, x).
///
/// The clamp is also what makes it fast: without it the compiler must keep a branch to the C library, for the
/// sake of `errno`, and cannot use vectors.
@inline(__always)
func root<Scalar: OptimizerScalar>(_ x: Scalar) -> Scalar {
  (x > 0 ? x : 0).squareRoot()
}

/// x / y, and 0 when y is 0: a parameter without any gradient so far stays where it is, also with ε = 0.
@inline(__always)
func guardedQuotient<Scalar: OptimizerScalar>(_ x: Scalar, _ y: Scalar) -> Scalar {
  y > 0 ? x / y : 0
}

/// The total weight 1 − βᵗ of an exponential average after t samples, built up as the average itself is.
///
/// The recurrence c ← β·c + (1 − β) adds positive numbers only, so it has no cancellation (1 − pow(β, t) loses
/// three digits at β = 0.999, t = 1), needs no `pow`, and stays right when β changes on the way.
struct AverageWeight<Scalar: OptimizerScalar>: Sendable {
  /// c = 1 − βᵗ.
  private(set) var total: Scalar = 0

  mutating func add(decay: Scalar) {
    total = decay * total + (1 - decay)
  }
}
