/// How large a gradient a rule can take.
enum GradientLimit {
  /// Finite is enough: the rule does not square the gradient.
  case finite
  /// Its square must be finite too.
  case squarable
  /// Squares are summed without decay: the margin leaves room for a million of the largest.
  case summable

  @inline(__always)
  func magnitude<Scalar: OptimizerScalar>() -> Scalar {
    let largest = Scalar.greatestFiniteMagnitude
    switch self {
    case .finite: return largest
    case .squarable: return largest.squareRoot() / 2
    case .summable: return largest.squareRoot() / 1024
    }
  }
}
