/// The total weight 1 − βᵗ of an exponential average after t samples, accumulated like the average itself.
///
/// The recurrence c ← β·c + (1 − β) adds positive numbers only, so it has no cancellation (1 − pow(β, t) loses
/// three digits at β = 0.999, t = 1), needs no `pow`, and stays correct when β changes between steps.
struct AverageWeight<Scalar: OptimizerScalar>: Sendable {
  /// c = 1 − βᵗ.
  var total: Scalar = 0

  mutating func add(decay: Scalar) {
    total = decay * total + (1 - decay)
  }
}
