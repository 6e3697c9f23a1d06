/// Statements whose left side is a name that has a value of its own: a derivative, a call, a mean.
extension Derivation {
  /// Judges `\bar{x} = 5` for data x, and `\overline{z} = 5` for a number z.
  func judgeBar(
    _ left: MathExpression, _ side: Statement.Side, _ relation: Relation.Kind, _ step: inout JudgedStep
  ) -> Bool {
    guard case .symbol(let symbol) = left, ["bar", "overline"].contains(symbol.accents.last ?? ""),
      environment.value(of: left) == nil, environment.definitions[symbol.name] == nil,
      let found = step.rightValue,
      side.expression.isNumeric, let expected = value(left)
    else { return false }
    step.leftValue = expected
    step.verdict = NumericJudge(environment: environment).judge(
      left, side.expression, values: (expected, found), relation: relation)
    if case .fails(let discrepancy) = step.verdict {
      let data = symbol.withoutLastAccent.name
      if environment.samples[data] != nil, !environment.recentSamples.contains(data) {
        step.verdict = .definition
        return true
      }
      step.verdict = claimed(discrepancy)
    }
    return true
  }

  /// Judges `\nabla J(\theta) = …` and `\frac{\partial L}{\partial w} = …` by differentiating the definition.
  func judgeDerivative(
    _ left: MathExpression, _ name: String, _ side: Statement.Side, _ relation: Relation.Kind,
    _ step: inout JudgedStep
  ) -> Bool {
    if judgePrime(left, name, side, &step) { return true }
    guard case .derivative(let derivative) = left, environment.hasMeaning(derivative) else {
      guard case .application(let symbol, _) = left, symbol.labels.contains(.symbol(MathSymbol("′"))),
        environment.hasMeaning(.application(symbol.with(labels: []), []))
      else { return false }
      return judgeByValues(left, name, side, relation, &step)
        || rigour == .lenient && judgeConstant(left, side, relation, &step)
        || judgeByPoints(left, name, side, &step)
    }
    if judgeByValues(left, name, side, relation, &step) { return true }
    if rigour == .lenient, judgeConstant(left, side, relation, &step) { return true }
    if side.expression.isNumeric, environment.value(of: left) != nil || rigour == .lenient { return false }
    return judgeByPoints(left, name, side, &step)
  }

  /// Judges `y' = 2x` behind `y = x^2` in a text that differentiates. Elsewhere, y′ may be another letter.
  private func judgePrime(
    _ left: MathExpression, _ name: String, _ side: Statement.Side, _ step: inout JudgedStep
  ) -> Bool {
    guard environment.topics.contains(.differentiation), case .symbol(let symbol) = left,
      symbol.primeCount == 1,
      symbol.subscripts.isEmpty, let row = rows[symbol.withoutPrimes.name], row.serial >= serial - 2,
      environment.value(of: left) == nil, environment.definitions[name] == nil,
      case .symbol(let letter)? = row.expression.soleLetter,
      Set(side.expression.symbols.filter { !MathConstants.isConstant($0) }) == [letter]
    else { return false }
    let slope = MathExpression.derivative(
      .init(notation: .total, subject: .sum([row.expression]), variables: [.symbol(letter)], order: 1))
    var judged = step
    guard judgeByPoints(slope, name, side, &judged) else { return false }
    step = judged
    if case .fails(let discrepancy) = step.verdict { step.verdict = claimed(discrepancy) }
    return true
  }

  /// Judges a number for a derivative that is the same everywhere: f′(x) = 3 for f(x) = 2x.
  private func judgeConstant(
    _ left: MathExpression, _ side: Statement.Side, _ relation: Relation.Kind, _ step: inout JudgedStep
  ) -> Bool {
    var symbolic = environment
    symbolic.forgetValues(keeping: [])
    guard side.expression.isNumeric, let stated = step.rightValue, !stated.components.allSatisfy({ $0 == 0 }),
      environment.value(of: left) == nil, environment.definitions[left.quantityName ?? ""] == nil,
      let derived = IdentityTest(seed: seed).constantValue(of: left, in: symbolic),
      derived.hasSameNumbers(as: stated)
    else { return false }
    step.leftValue = derived
    step.comparison = .init(left: left, right: side.expression, basis: .derivative)
    step.verdict = NumericJudge(environment: environment).judge(
      left, side.expression, values: (derived, stated), relation: relation)
    if case .fails(let discrepancy) = step.verdict { step.verdict = claimed(discrepancy) }
    return true
  }

  /// Compares the numbers, if both sides have values.
  private func judgeByValues(
    _ left: MathExpression, _ name: String, _ side: Statement.Side, _ relation: Relation.Kind,
    _ step: inout JudgedStep
  ) -> Bool {
    var evaluator = FormulaEvaluator(environment, excluding: [name])
    guard let derived = try? evaluator.value(of: left), let stated = step.rightValue else { return false }
    step.leftValue = derived
    step.comparison = .init(left: left, right: side.expression, basis: .values)
    step.verdict = NumericJudge(environment: environment).judge(
      left, side.expression, values: (derived, stated), relation: relation)
    return true
  }

  /// Judges `\sigma(-x) = 1 - \sigma(x)` and `f(2) = 4`, where the function is known.
  ///
  /// If all arguments are plain symbols, an equation that does not hold is a definition.
  mutating func judgeCall(
    _ left: MathExpression, _ side: Statement.Side, _ relation: Relation.Kind, _ step: inout JudgedStep,
    _ origin: inout MathValue?
  ) -> Bool {
    guard case .application(let symbol, let arguments) = left,
      environment.functions[symbol.name] != nil || ElementaryFunction.builtin(symbol) != nil
    else { return false }
    let isDefinition = arguments.allSatisfy { argument in
      if case .symbol = argument {
        environment.value(of: argument) == nil || symbol.primeCount == 0
      } else {
        false
      }
    }
    var judged = step
    compare(left, side.expression, relation, &judged, &origin)
    let isExpansion =
      if relation == .approximates, case .fails(let discrepancy) = judged.verdict,
        case .expansion = discrepancy.cause
      { true } else { false }
    if isDefinition, judged.verdict != .holds, !isExpansion { return false }
    step = judged
    return true
  }

  func judgeByPoints(
    _ left: MathExpression, _ name: String, _ side: Statement.Side, _ step: inout JudgedStep
  ) -> Bool {
    var symbolic = environment
    symbolic.forgetValues(keeping: [])
    step.comparison = .init(left: left, right: side.expression, basis: .derivative)
    switch IdentityTest(seed: seed).run(left, side.expression, in: symbolic, excluding: [name]) {
    case .holds: step.verdict = .holds
    case .fails(let discrepancy):
      if let verdict = verdictForShares(left, side.expression, in: symbolic, excluding: [name]) {
        step.verdict = verdict
        return true
      }
      let fresh = newQuantities(in: side.expression, comparedWith: [left]).filter {
        !isComponent($0, in: side.expression, ofFamilyIn: left)
      }
      let isByComponent = !IndexPlaces(of: left, side.expression, in: environment).assignments.isEmpty
      step.verdict =
        fresh.isEmpty
        ? .fails(isByComponent ? discrepancy.certain : discrepancy)
        : holdsOtherwise(left, side.expression) ? .holds : .undetermined(.free(fresh))
    case .notEvaluable(let failure):
      guard rigour == .strict else { return false }
      if case .shapeMismatch(_, let a, let b) = failure {
        step.verdict = .fails(Discrepancy(.shape(a, b), left: nil, right: nil))
      } else {
        step.verdict = .undetermined(.notEvaluable(failure))
      }
    }
    return true
  }

  /// Whether a quantity is another component of a quantity in the derivative: p_j beside ∂p_i/∂z_j.
  private func isComponent(
    _ name: String, in right: MathExpression, ofFamilyIn left: MathExpression
  ) -> Bool {
    guard case .symbol(let symbol)? = right.quantity(named: name), !symbol.indexLetters.isEmpty else {
      return false
    }
    let bodies = [left] + environment.bodies(reachableFrom: [left])
    return bodies.contains { $0.symbols.contains { $0.family == symbol.family } }
  }
}
