extension Statement {
  /// The statement `a_n → a` as an equation for the limit, with the approach `n → ∞`; nil for other statements.
  package func asLimit(for approach: Statement) -> Statement? {
    guard relations.map({ $0.kind }) == [.tends], sides.count == 2, approach.sides.count == 2,
      case .symbol(let variable) = approach.sides[0].expression, sides[0].expression.quantityName == nil,
      sides[0].expression.symbols.contains(variable)
    else { return nil }
    let (target, side) = FormulaParser.side(of: approach.sides[1].expression, arrow: "\\to")
    var copy = self
    copy.sides[0].expression = .limit(
      MathExpression.Limit(variable: variable, target: target, side: side, body: sides[0].expression))
    copy.relations[0].kind = .equals
    return copy
  }
}
