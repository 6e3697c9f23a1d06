import Formulas

extension Statement {
  /// Whether the statement says that some components add up to one: `\\sum_i y_i = 1`.
  var normalises: Bool {
    guard sides.count == 2, !continuesPrevious, relations[0].kind == .equals,
      case .reduction(let sum) = sides[0].expression, sum.operation == .sum, case .symbol = sum.body,
      case .number(let one) = sides[1].expression
    else { return false }
    return one.doubleValue == 1
  }
}
