/// How parameters are pulled towards zero.
public enum WeightDecay<Scalar: OptimizerScalar>: Equatable, Hashable, Sendable {
  /// No decay.
  case none

  /// g ← g + λ·θ before anything else, so the decay also enters the moments. PyTorch's `weight_decay`.
  case l2(Scalar)

  /// θ ← θ·(1 − η·λ) before the step, without entering the moments. Keras' `weight_decay`, every AdamW.
  ///
  /// Source: Loshchilov & Hutter (2019), "Decoupled weight decay regularization".
  case decoupled(Scalar)

  /// λ, when it is negative or not finite.
  var invalid: InvalidHyperparameter? {
    switch self {
    case .none: nil
    case .l2(let factor), .decoupled(let factor): factor.invalid("weightDecay", unless: .nonNegative)
    }
  }

  /// λ of `.l2`, otherwise 0.
  var gradientFactor: Scalar {
    if case .l2(let factor) = self { factor } else { 0 }
  }

  /// 1 − η·λ of `.decoupled`, otherwise 1.
  func retention(learningRate: Scalar) -> Scalar {
    if case .decoupled(let factor) = self { 1 - learningRate * factor } else { 1 }
  }
}
