/// The largest gradient that a rule accepts.
public enum GradientLimit: Equatable, Hashable, Sendable, CaseIterable {
  /// Any finite gradient: the rule does not square it.
  case finite

  /// Up to half the root of the largest number, so that the square is finite too.
  case squarable

  /// Up to the root of the largest number, divided by 1024. The sum of a million such squares is finite.
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
