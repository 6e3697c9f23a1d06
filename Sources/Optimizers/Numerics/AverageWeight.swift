/// The total weight 1 − βᵗ of an exponential average after t samples, built up as the average itself is.
///
/// The recurrence c ← β·c + (1 − β) adds positive numbers only, so it has no cancellation (1 − pow(β, t) loses
/// three digits at β = 0.999, t = 1), needs no `pow`, and stays right when β changes on the way.
struct AverageWeight<Scalar: OptimizerScalar>: Sendable {
  /// c = 1 − βᵗ.
  var total: Scalar = 0

  mutating func add(decay: Scalar) {
    total = decay * total + (1 - decay)
  }
}
