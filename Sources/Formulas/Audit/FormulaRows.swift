/// The rules of a formula in order, each with the name that it defines and its right side.
struct FormulaRows: Sendable {
  struct Row: Sendable {
    var name: String
    var left: MathExpression
    var right: MathExpression
  }

  let rows: [Row]

  init(_ formula: Formula) {
    rows = formula.statements.compactMap { statement in
      guard !statement.continuesPrevious, statement.sides.count >= 2, statement.relations[0].kind.statesValue,
        let name = statement.sides[0].expression.quantityName
      else { return nil }
      return Row(name: name, left: statement.sides[0].expression, right: statement.sides[1].expression)
    }
  }

  private init(rows: [Row]) { self.rows = rows }

  /// The right sides by the name that they define.
  var definitions: [String: MathExpression] {
    rows.reduce(into: [:]) { $0[$1.name] = $1.right }
  }

  /// The quantities that the rows use before any row defines them, in order of appearance.
  var freeQuantities: [String] {
    var environment = FormulaEnvironment()
    var found: [String] = []
    for row in rows {
      for name in environment.freeQuantities(of: row.right) where !found.contains(name) { found.append(name) }
      environment.assign(.scalar(MathScalar(0)), to: row.left)
    }
    return found
  }

  /// The rules with quantities renamed.
  func renamed(_ names: [String: MathExpression]) -> FormulaRows {
    let rename: (MathExpression) -> MathExpression = { expression in
      expression.replacing { node in node.quantityName.flatMap { names[$0] } }
    }
    return FormulaRows(
      rows: rows.map { row in
        let left = rename(row.left)
        return Row(name: left.quantityName ?? row.name, left: left, right: rename(row.right))
      })
  }

  /// The values of all left-hand sides; a later row sees the results of the earlier ones.
  func values(in environment: FormulaEnvironment) throws(EvaluationFailure) -> [(
    name: String, value: MathValue
  )] {
    var environment = environment
    var result: [(name: String, value: MathValue)] = []
    for row in rows {
      var evaluator = FormulaEvaluator(environment)
      let value = try evaluator.value(of: row.right)
      environment.assign(value, to: row.left)
      result.append((row.name, value))
    }
    return result
  }
}

extension String {
  /// The quantity name of this LaTeX text; the text itself if it does not name a quantity.
  var readAsQuantityName: String { (try? MathExpression(latex: self))?.quantityName ?? self }
}
