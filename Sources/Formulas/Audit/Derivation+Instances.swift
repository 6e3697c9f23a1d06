extension Derivation {
  /// The right side of `v_t = …` for `v_2`, with t = 2 put in.
  func instance(for left: MathExpression) -> MathExpression? {
    guard case .symbol(let symbol) = left, symbol.subscripts.count == 1,
      case .number(let number) = symbol.subscripts[0], let step = MathScalar(number).integer
    else { return nil }
    let family = symbol.with(subscripts: []).name
    for row in rows.sorted(by: { $0.value.serial > $1.value.serial }) {
      guard case .symbol(let rule)? = quantities[row.key], rule.with(subscripts: []).name == family,
        let time = rule.timeIndex, !row.value.expression.isNumeric
      else { continue }
      return row.value.expression.settingTime(time.letter, to: step - time.offset)
    }
    return nil
  }

  /// Notes the rule of a sequence, whose right side has other members of it.
  mutating func noteRecurrence(_ quantity: MathExpression, _ body: MathExpression) {
    guard case .symbol(let symbol) = quantity, let time = symbol.timeIndex else { return }
    let isRule = body.symbols.contains {
      $0.family == symbol.family && $0.timeIndex != nil && $0.timeIndex != time
    }
    if isRule { recurrences[symbol.name] = body }
  }

  /// The value of a recurrence such as `a_{n+1} = 2a_n + 1` at a step that the text has not computed, from its last
  /// known value. Nil if the step needs no unrolling.
  func unrolled(_ left: MathExpression) -> MathExpression? {
    guard case .symbol(let symbol) = left, let step = symbol.numericSubscripts?.first,
      symbol.subscripts.count == 1,
      (2...60).contains(step), let rule = instance(for: left),
      rule.symbols.contains(where: { $0.family == symbol.family }),
      value(rule) == nil
    else { return nil }
    var copy = self
    for earlier in 1..<step {
      let quantity = MathExpression.symbol(symbol.with(subscripts: [.integer(earlier)]))
      guard copy.environment.values[quantity.quantityName ?? ""] == nil else { continue }
      guard let body = copy.instance(for: quantity), let value = copy.value(body) else { continue }
      copy.environment.assign(value, to: quantity)
    }
    guard case .scalar(let result)? = copy.value(rule) else { return nil }
    let size = result.value.magnitude
    let digits = Int(exactly: size).map(String.init) ?? size.description
    guard let text = WrittenDecimal(digits) else { return nil }
    return result.value < 0 ? .negated(.number(text)) : .number(text)
  }

  func compareInstance(
    _ rule: MathExpression, _ side: Statement.Side, _ relation: Relation.Kind, _ step: inout JudgedStep,
    _ origin: inout MathValue?
  ) {
    guard let expected = value(rule), let found = step.rightValue else { return }
    var verdict = NumericJudge(environment: environment).judge(
      rule, side.expression, values: (expected, found), relation: relation)
    if case .fails = verdict, holdsWithoutEpsilon(rule, side.expression, found, relation) { verdict = .holds }
    if case .fails = verdict, rule.symbols.contains(where: { isUsual($0) }) { return }
    step.leftValue = expected
    step.verdict = verdict
    step.comparison = .init(left: rule, right: side.expression, basis: .values)
    origin = expected
  }
}
