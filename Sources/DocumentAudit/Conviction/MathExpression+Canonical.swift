import Formulas

extension MathExpression {
  /// The expression without factors and exponents of one and without terms of zero, with terms and factors sorted. An
  /// equation between two expressions with the same canonical form says nothing.
  var canonical: MathExpression {
    let inner = mapChildren(\.canonical)
    switch inner {
    case .sum(let terms):
      let rest = terms.filter { !$0.isInteger(0) }
      if rest.isEmpty { return .integer(0) }
      return rest.count == 1 ? rest[0] : .sum(rest.sorted { $0.description < $1.description })
    case .product(let factors):
      if factors.contains(where: { $0.sign == .division }) { return inner }
      if factors.contains(where: { $0.expression.isInteger(0) }) { return .integer(0) }
      let rest = factors.map(\.expression).filter { !$0.isInteger(1) }
      if rest.isEmpty { return .integer(1) }
      if rest.count == 1 { return rest[0] }
      return .product(rest.sorted { $0.description < $1.description }.map { Factor($0) })
    case .power(let base, let exponent): return exponent.isInteger(1) || base.isInteger(1) ? base : inner
    case .negated(.negated(let part)): return part
    default: return inner
    }
  }

  private func isInteger(_ value: Int) -> Bool {
    if case .number(let number) = self { return number.doubleValue == Double(value) }
    return false
  }
}
