extension Derivation {
  /// The steps of `a = c = 50.5` in running text that gives both quantities a value. They may already have another
  /// value, and a new one is not a mistake. Nil for every other statement.
  mutating func assignJointly(_ statement: Statement) -> [JudgedStep]? {
    guard rigour == .lenient, !statement.continuesPrevious, statement.sides.count > 2,
      statement.relations.allSatisfy({ $0.kind == .equals }),
      let last = statement.sides.last, last.expression.isWrittenValue, let value = value(last.expression)
    else { return nil }
    let names = statement.sides.dropLast().map { side in
      isGivenOnly(side.expression) ? side.expression.quantityName : nil
    }
    guard !names.contains(nil) else { return nil }

    serial += 1
    let row = Row(
      expression: last.expression, latex: last.latex, origin: value, correct: value, isFlawed: false,
      serial: serial)
    for (name, side) in zip(names, statement.sides) {
      guard let name else { continue }
      rows[name] = row
      quantities[name] = side.expression
      settle(side.expression, last.expression)
    }
    self.last = (names.last ?? nil, row)
    return zip(statement.sides, statement.sides.dropFirst()).map { left, right in
      stepCount += 1
      return JudgedStep(
        number: stepCount, position: right.position, left: left.latex, relation: .equals, right: right.latex,
        leftValue: nil, rightValue: value, verdict: .definition)
    }
  }

  /// The step of `(n, e) = (33, 7)` in running text that gives several quantities a value. Nil for every other statement.
  mutating func assignTuple(_ statement: Statement) -> [JudgedStep]? {
    guard rigour == .lenient, !statement.continuesPrevious, statement.sides.count == 2,
      statement.relations[0].kind == .equals, case .vector(let names) = statement.sides[0].expression,
      case .vector(let items) = statement.sides[1].expression, names.count == items.count, names.count > 1,
      names.allSatisfy({ isNotComputedHere($0) }), items.allSatisfy({ $0.isWrittenValue })
    else { return nil }
    serial += 1
    stepCount += 1
    for (name, item) in zip(names, items) {
      rows[name.description] = nil
      settle(name, item)
    }
    let right = statement.sides[1]
    return [
      JudgedStep(
        number: stepCount, position: right.position, left: statement.sides[0].latex, relation: .equals,
        right: right.latex, leftValue: nil, rightValue: value(right.expression), verdict: .definition)
    ]
  }

  /// Whether the expression is a symbol that no calculation of this section gives a value.
  private func isNotComputedHere(_ expression: MathExpression) -> Bool {
    guard case .symbol(let symbol) = expression else { return false }
    return rows[symbol.name].map({ $0.expression.isWrittenValue }) ?? true
  }

  /// Whether the expression is a symbol whose value, if it has one, was written in the text and not computed.
  private func isGivenOnly(_ expression: MathExpression) -> Bool {
    guard case .symbol = expression, let name = expression.quantityName else { return false }
    return rows[name].map({ $0.expression.isWrittenValue }) ?? (environment.value(of: expression) == nil)
  }
}
