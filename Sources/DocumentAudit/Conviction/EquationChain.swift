import Formulas

/// The sides of the chains of equations in a formula, which may run over several rows: A = B, = C.
struct EquationChain {
  /// The side behind each side, by the place of the latter, if an equals sign joins them.
  private var next: [FormulaPosition: MathExpression] = [:]
  /// The last but one side before each side.
  private var before: [FormulaPosition: MathExpression] = [:]

  init(_ statements: [Statement]) {
    var last: Statement.Side?
    var lastButOne: Statement.Side?
    for statement in statements {
      if !statement.continuesPrevious { (lastButOne, last) = (nil, statement.sides.first) }
      let sides = statement.continuesPrevious ? statement.sides[...] : statement.sides.dropFirst()
      for (side, relation) in zip(sides, statement.relations) {
        let isEquation = relation.kind == .equals
        if let last, isEquation { next[last.position] = side.expression }
        if let lastButOne, isEquation { before[side.position] = lastButOne.expression }
        (lastButOne, last) = (isEquation ? last : nil, side)
      }
      if statement.relations.isEmpty { last = nil }
    }
  }

  /// The side behind the one at a place; nil at the end of its chain.
  func side(behind position: FormulaPosition) -> MathExpression? { next[position] }

  /// The side two places before the one at a place; nil if the chain begins later.
  func sideBeforeLast(at position: FormulaPosition) -> MathExpression? { before[position] }
}
