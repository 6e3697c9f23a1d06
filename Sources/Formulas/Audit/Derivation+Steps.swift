extension Derivation {
  /// Judges the first step of a row, whose left side is usually a name.
  mutating func open(
    _ statement: Statement, _ side: Statement.Side, _ relation: Relation.Kind, _ step: inout JudgedStep,
    _ origin: inout MathValue?
  ) {
    let left = statement.sides[0].expression
    guard relation.statesValue, let name = left.quantityName else {
      if rigour == .lenient, relation == .equals, left.isMalformedName,
        !statement.sides[0].latex.contains("(")
      {
        step.rightValue = value(side.expression)
        return
      }
      // `(a + H) + (b + H) := (a + b) + H` defines an operation.
      if relation == .defines, !left.isNumeric { return }
      compare(left, side.expression, relation, &step, &origin)
      return
    }
    if case .symbol(let symbol) = left, symbol.name == "π", side.expression.isNumeric,
      environment.value(of: left) == nil
    {
      compare(left, side.expression, relation, &step, &origin)
      return
    }
    step.rightValue = value(side.expression)
    if relation == .equals,
      let verdict = derivedVerdict(left, side.expression) ?? spectralVerdict(left, side.expression)
        ?? optimumVerdict(left, side.expression) ?? gammaVerdict(left, side.expression)
        ?? growthVerdict(left, side.expression) ?? dataVerdict(left, side.expression)
    {
      step.comparison = .init(left: left, right: side.expression, basis: .points)
      step.verdict = verdict
      return
    }
    if relation == .defines || relation == .becomes { return }
    if let verdict = ruleVerdict(left, side.expression, relation)
      ?? chainRuleVerdict(left, side.expression, relation) ?? sequenceVerdict(left, side.expression, relation)
    {
      step.verdict = verdict
      return
    }
    if relation == .equals, holdsForItsLetter(left, side.expression) {
      step.verdict = .holds
      return
    }
    if judgeBar(left, side, relation, &step) { return }
    if judgeDerivative(left, name, side, relation, &step) { return }
    if let verdict = probabilityVerdict(left, side.expression, relation) {
      step.comparison = .init(left: left, right: side.expression, basis: .points)
      step.verdict = verdict
      return
    }
    if judgeCall(left, side, relation, &step, &origin) { return }
    if let row = rows[name], !row.expression.isWrittenValue {
      continueRow(row, side, relation, &step, &origin)
    } else if rows[name] == nil, let instance = unrolled(left) ?? instance(for: left),
      side.expression.isNumeric
    {
      step.left = statement.sides[0].latex
      compareInstance(instance, side, relation, &step, &origin)
    } else if rigour == .strict, let known = environment.value(of: left), let found = step.rightValue,
      !side.expression.contains(where: { $0.quantityName == name })
    {
      step.leftValue = known
      step.verdict = NumericJudge(environment: environment).judge(
        left, side.expression, values: (known, found), relation: relation)
    }
  }

  /// Judges a row against the row before it with the same left side.
  mutating func continueRow(
    _ row: Row, _ side: Statement.Side, _ relation: Relation.Kind, _ step: inout JudgedStep,
    _ origin: inout MathValue?
  ) {
    let next = side.expression
    if row.expression == next { return }
    let isNumeric = next.isNumeric
    if rigour == .lenient, row.expression.isGivenValue, next.isGivenValue { return }
    if rigour == .lenient, isNumeric, !row.expression.isNumeric, !isUsedNow(row) { return }
    if rigour == .strict || isNumeric {
      var judged = step
      judged.left = row.latex
      var found = row.origin
      compare(row.expression, next, relation, &judged, &found)
      if rigour == .lenient {
        // A rule with unknown values, or with values that are only usual, cannot refute the numbers.
        if case .undetermined = judged.verdict { return }
        if case .fails(let discrepancy) = judged.verdict,
          row.expression.symbols.contains(where: { isUsual($0) })
        {
          guard case .swappedWeights = discrepancy.cause else { return }
        }
      }
      step = judged
      origin = found
      // A chain that gives the name another value is measured against its own beginning.
      if rigour == .lenient, case .fails = judged.verdict { origin = judged.rightValue }
      return
    }
    var symbolic = environment
    symbolic.forgetValues(keeping: [])
    if case .holds = IdentityTest(seed: seed).run(row.expression, next, in: symbolic) {
      step.left = row.latex
      step.verdict = .holds
    } else if row.serial >= serial - 2, let weight = exchangedWeight(row.expression, next, in: symbolic) {
      step.left = row.latex
      step.comparison = .init(left: row.expression, right: next, basis: .points)
      step.verdict = claimed(Discrepancy(.swappedWeights(weight), left: nil, right: nil))
    }
  }

  /// Whether all statements since a row have only given values to letters of the row: "T = ln 2/λ; with λ = 0.1, T = 6.93".
  private func isUsedNow(_ row: Row) -> Bool {
    let values = Set(row.expression.symbols.map({ $0.name })).compactMap { rows[$0] }.filter {
      $0.serial > row.serial && ($0.expression.isGivenValue || $0.expression.isWrittenValue)
    }
    return row.serial + values.count == serial - 1
  }

  /// The weight β of a moving average that is stated once more with 1 − β in its place; nil for other rules.
  private func exchangedWeight(
    _ rule: MathExpression, _ next: MathExpression, in symbolic: FormulaEnvironment
  ) -> String? {
    let letters = Set(rule.symbols).intersection(next.symbols).filter {
      ["α", "β", "γ", "ρ"].contains($0.base)
    }
    guard letters.count == 1, let letter = letters.first, Set(rule.symbols) == Set(next.symbols),
      rule.symbols.contains(where: { $0.timeIndex.map { $0.offset < 0 } ?? false })
    else { return nil }
    let weight = MathExpression.symbol(letter)
    let exchanged = next.replacing { $0 == weight ? .sum([.integer(1), .negated(weight)]) : nil }
    return IdentityTest(seed: seed).run(rule, exchanged, in: symbolic) == .holds ? letter.name : nil
  }

  func isUsual(_ symbol: MathSymbol) -> Bool { usualNames.contains(symbol.name) }

  // MARK: Small helpers

  package func value(_ expression: MathExpression) -> MathValue? { try? evaluate(expression).get() }

  package func evaluate(_ expression: MathExpression) -> Result<MathValue, EvaluationFailure> {
    var evaluator = FormulaEvaluator(environment)
    do throws(EvaluationFailure) {
      return .success(try evaluator.value(of: expression))
    } catch {
      return .failure(error)
    }
  }

  package func free(_ expressions: [MathExpression]) -> [String] {
    var result: [String] = []
    for expression in expressions {
      for name in environment.freeQuantities(of: expression) where !result.contains(name) {
        result.append(name)
      }
    }
    return result
  }

  func newQuantities(in right: MathExpression, comparedWith lefts: [MathExpression]) -> [String] {
    let known = Set(free(lefts)).union(lefts.flatMap { $0.symbols.map({ $0.name }) })
    return environment.freeQuantities(of: right).filter { !known.contains($0) }
  }
}

extension Relation.Kind {
  /// Whether the relation orders numbers.
  package var isComparison: Bool {
    [.less, .lessOrEqual, .greater, .greaterOrEqual, .differs].contains(self)
  }
}

extension MathExpression {
  /// Whether the node is a call or a derivative.
  package var isCall: Bool {
    switch self {
    case .application, .derivative: true
    default: false
    }
  }

  /// Whether the node is a product of a letter and a step counter: `\rho t`, meant as `\rho_t`.
  package var isMalformedName: Bool {
    guard case .product(let factors) = self, factors.count == 2, factors[1].sign == .juxtaposed,
      case .symbol(let symbol) = factors[0].expression, symbol.subscripts.isEmpty,
      TimeIndex(factors[1].expression) != nil
    else { return false }
    // `d t` and `\delta t` are small changes of t.
    return !TimeIndex.letters.contains(symbol.base) && !["d", "δ", "Δ", "∂"].contains(symbol.base)
  }

  /// The expression with a number for the step counter, in subscripts and elsewhere.
  package func settingTime(_ letter: String, to step: Int) -> MathExpression {
    replacing { node in
      switch node {
      case .symbol(let symbol):
        if symbol.name == letter { return .integer(step) }
        guard let time = symbol.timeIndex, time.letter == letter else { return nil }
        return .symbol(symbol.with(subscripts: [.integer(step + time.offset)]))
      case .application(let symbol, let arguments):
        guard let time = symbol.timeIndex, time.letter == letter else { return nil }
        return .application(
          symbol.with(subscripts: [.integer(step + time.offset)]),
          arguments.map { $0.settingTime(letter, to: step) })
      default: return nil
      }
    }
  }
}
