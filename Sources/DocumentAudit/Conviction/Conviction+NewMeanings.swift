import Formulas

/// Statements that may give a name a new meaning.
extension Conviction {
  /// Whether the text defines the function by a formula that is no rule of a sequence.
  func isDefinedWithoutItself(_ symbol: MathSymbol) -> Bool {
    let function = environment.functions[symbol.name] ?? environment.functions[symbol.with(labels: []).name]
    guard let body = function?.body else { return false }
    // y′(0) = 1 is a condition for y′ = t·y, too.
    return !body.contains { node in
      if case .application(let called, _) = node {
        called.withoutPrimes == symbol.withoutPrimes
      } else {
        false
      }
    }
  }

  /// Whether the formula begins with a plain value for a name: a new value in another case, or a new example in a
  /// sentence.
  func restatesValue(_ step: JudgedStep, _ left: MathExpression, _ right: MathExpression) -> Bool {
    guard statement.statesOnlyNames, right.isNumeric, let last = statement.sides.last,
      step.position == last.position
    else { return false }
    if statement.sides.count > 2 { return !isDisplay && !right.isWrittenValue }
    let isGiven =
      statement.sides.first.map { side in
        environment.value(of: side.expression) != nil
          || side.expression.quantityName.map { environment.definitions[$0] != nil } ?? false
      } ?? false
    let isConclusion = role == .claim && !isDisplay
    return isGiven && !isConclusion && right.isPlainValue && (left.isPlainValue || left.quantityName != nil)
  }

  /// A function with a limit in the side that the text has set to one number in another paragraph, as in a list of cases.
  func constantFunction(in side: MathExpression) -> String? {
    guard case .limit(let limit) = side else { return nil }
    return limit.body.symbols.first { symbol in
      environment.functions[symbol.name].map { $0.body.isWrittenNumber } ?? false
        && !fresh.contains { $0.hasPrefix(symbol.name + "(") }
    }?.name
  }

  /// Whether a number near a constant of mathematics is written for it: π ≈ 3.41. A letter with another meaning has
  /// another value.
  func isConstantMisprinted(_ symbol: MathSymbol, _ step: JudgedStep) -> Bool {
    guard let constant = MathConstants.value(of: symbol), step.relation == .approximates,
      let a = step.leftValue, let b = step.rightValue
    else { return false }
    return a.components == [constant] && a.relativeDifference(to: b) < 0.2
  }

  /// Whether the statement is x = g(x), which asks for a fixed point, even if x had a value before.
  func asksForFixedPoint(_ step: JudgedStep) -> Bool {
    guard statement.sides.count == 2, let comparison = step.comparison, comparison.basis == .values,
      case .symbol(let symbol) = comparison.left
    else { return false }
    return comparison.right.symbols.contains(symbol)
  }
}
