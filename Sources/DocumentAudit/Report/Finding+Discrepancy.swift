import Formulas

extension Finding.Kind {
  /// The kind of a failing step.
  init(_ discrepancy: Discrepancy, _ step: JudgedStep) {
    switch discrepancy.cause {
    case .arithmetic, .powerOfTen, .sign, .comparison, .solution: self = .arithmetic
    case .lastDigit: self = .rounding
    case .summedVector, .shape: self = .shape
    case .vanishedRoot: self = .vanishedRoot
    case .swappedWeights: self = .swappedWeights
    case .expansion: self = .identity
    case .identity:
      let isDerivative = step.left.contains("\\nabla") || step.left.contains("\\partial")
      self = isDerivative ? .derivative : .identity
    }
  }
}
