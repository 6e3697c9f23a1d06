/// The results of a statement that later statements use.
extension Derivation {
  mutating func remember(_ statement: Statement, name: String?, origin: MathValue?, fails: Bool) {
    guard let relation = statement.relations.first?.kind, relation.statesValue,
      let side = statement.statedSides.last
    else { return }
    let earlier = name.flatMap { rows[$0] }
    let goesOn = statement.continuesPrevious || earlier.map { !$0.expression.isWrittenValue } ?? false
    let isRule = !statement.continuesPrevious && !statement.sides[1].expression.isNumeric
    let start = statement.continuesPrevious ? side.expression : statement.sides[1].expression
    let carried = goesOn && !isRule ? (earlier ?? last?.row)?.correct : nil
    let correct = carried ?? correctValue(of: start)
    let before = goesOn ? (earlier ?? last?.row)?.isFlawed ?? false : false
    let usesFlawed = start.symbols.contains { corrections[$0.name] != nil }
    let row = Row(
      expression: side.expression, latex: side.latex, origin: origin, correct: correct,
      isFlawed: fails || before || usesFlawed, serial: serial)
    last = (name, row)
    guard let name else { return }
    rows[name] = row
    guard !statement.continuesPrevious else {
      if let quantity = quantities[name] { settle(quantity, side.expression) }
      return
    }
    let quantity = statement.sides[0].expression
    quantities[name] = quantity
    if quantity.isProbabilityOperator { operators.insert(name) }
    let body = statement.sides[1].expression.asColumn
    if relation != .becomes, !body.isNumeric {
      let before = quantity.calledFunction.flatMap { environment.functions[$0] }
      environment.define(quantity, as: body)
      if let before, let function = quantity.calledFunction, environment.functions[function] != before {
        // The values of the former function are not those of the new one.
        let isCall: (String) -> Bool = { other in
          other != name && (other.hasPrefix("\(function)(") || other.hasPrefix("\(function)′"))
        }
        rows = rows.filter { !isCall($0.key) }
        environment.forgetValues(where: isCall)
      }
      noteRecurrence(quantity, body)
    }
    settle(quantity, side.expression)
  }

  /// The value of an expression with the right values for all quantities that the text has computed wrongly.
  private func correctValue(of expression: MathExpression) -> MathValue? {
    var corrected = environment
    for (quantity, value) in corrections.values { corrected.assign(value, to: quantity) }
    var evaluator = FormulaEvaluator(corrected)
    return try? evaluator.value(of: expression)
  }

  /// Makes a computed result the value of the quantity.
  package mutating func settle(_ quantity: MathExpression, _ result: MathExpression) {
    guard result.isNumeric else { return }
    var evaluator = FormulaEvaluator(environment)
    if let value = try? evaluator.value(of: result) {
      environment.assign(value, to: quantity)
      guard let name = quantity.quantityName else { return }
      usualNames.remove(name)
      corrections[name] = nil
      if let row = rows[name], row.isFlawed, let correct = row.correct,
        !WrittenPrecision(result, relation: .equals).accepts(correct, value)
      {
        corrections[name] = (quantity, correct)
      }
    }
  }
}

extension MathExpression {
  /// The name of the function that the expression calls.
  fileprivate var calledFunction: String? {
    if case .application(let symbol, _) = self { symbol.name } else { nil }
  }
}
