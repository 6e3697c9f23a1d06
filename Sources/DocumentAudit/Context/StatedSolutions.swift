import Formulas

/// The equations to solve of the last paragraphs, to compare the solutions that the text states with them.
struct StatedSolutions {
  private struct OpenEquation {
    var equation: Equation
    var names: Set<String>
    var paragraphs: Int
  }

  private var equations: [OpenEquation] = []
  /// The letters that got a value since the last equation, with the size of half a unit of its last digit.
  private var solved: [String: (symbol: MathSymbol, halfUnit: Double)] = [:]

  mutating func endParagraph() {
    for position in equations.indices { equations[position].paragraphs -= 1 }
    equations.removeAll { $0.paragraphs == 0 }
  }

  /// Notes the steps that may be equations to solve. An equation behind its solution begins a new exercise.
  mutating func note(_ steps: [JudgedStep], in derivation: Derivation) {
    for step in steps {
      guard step.relation == .equals, let comparison = step.comparison else { continue }
      // f′(x) = 0 is an equation for x.
      let left = comparison.left.withDerivatives(in: derivation.environment)
      let letters = Set((left.symbols + comparison.right.symbols).map(\.name))
      if !letters.isDisjoint(with: solved.keys) { equations.removeAll { $0.names.isSubset(of: solved.keys) } }
      guard case .undetermined = step.verdict else { continue }
      let isOpen = comparison.basis != .values
      let names =
        isOpen
        ? Set(derivation.free([left, comparison.right])) : letters.intersection(solved.keys)
      let isCongruence = [comparison.left, comparison.right].contains(where: \.isArithmeticOfIntegers)
      guard !isCongruence, (1...4).contains(names.count), names.isSubset(of: letters) else { continue }
      solved = [:]
      equations.append(
        OpenEquation(
          equation: Equation(left: left, right: comparison.right), names: names, paragraphs: 3))
    }
  }

  /// The verdict on a statement such as `x = 3` behind an equation for x. Nil if it is no solution, or if other letters
  /// of the equation have no value yet.
  mutating func verdict(on statement: Statement, in derivation: Derivation) -> Verdict? {
    if let verdict = vectorSolution(statement, in: derivation) { return verdict }
    guard !equations.isEmpty, statement.sides.count == 2, !statement.continuesPrevious,
      statement.relations[0].kind.statesValue, case .symbol(let symbol) = statement.sides[0].expression,
      let written = WrittenPrecision(statement.sides[1].expression, relation: .equals).halfUnits,
      written.count == 1
    else { return nil }
    let isWhole = statement.sides[1].expression.literals.allSatisfy(\.isInteger)
    if isWhole, let verdict = numberedSolution(symbol, statement.sides[1].expression, in: derivation) {
      return verdict
    }
    let isGuess = solved[symbol.name] != nil
    solved[symbol.name] = (symbol, isWhole ? 0 : written[0].value)
    // A second value for the same letter may be another solution, or a step of an iteration.
    if isGuess { solved[symbol.name]?.halfUnit = isWhole ? 0 : 2 * written[0].value }
    let complete = equations.filter { $0.names.contains(symbol.name) && $0.names.isSubset(of: solved.keys) }
    guard !complete.isEmpty else { return nil }
    for open in complete {
      guard let (left, right, allowance) = residual(of: open, in: derivation.environment) else { return nil }
      let difference = (left - right).magnitude
      let size = max(left.magnitude, right.magnitude)
      if difference <= max(allowance, 1e-9 * max(size, 1)) { continue }
      // A clear difference; anything smaller may be rounding on the way.
      guard difference > 0.02 * size, difference > 4 * allowance, isWhole else { return nil }
      return .fails(Discrepancy.unsolved(left: left, right: right))
    }
    return .holds
  }

  /// The verdict on a vector of whole numbers that is stated as the solution of Ax = b; nil for other statements.
  private func vectorSolution(_ statement: Statement, in derivation: Derivation) -> Verdict? {
    guard statement.sides.count == 2, !statement.continuesPrevious, statement.relations[0].kind == .equals,
      case .symbol(let symbol) = statement.sides[0].expression, statement.sides[1].expression.isWrittenValue,
      statement.sides[1].expression.literals.allSatisfy(\.isInteger),
      let solution = derivation.environment.value(of: .symbol(symbol)), solution.shape != .scalar,
      let open = equations.last(where: { $0.names.contains(symbol.name) })
    else { return nil }
    let product = open.equation.left
    guard case .product(let factors) = product, factors.last?.expression == .symbol(symbol) else {
      return nil
    }
    var (first, second) = (FormulaEvaluator(derivation.environment), FormulaEvaluator(derivation.environment))
    guard let left = try? first.value(of: product), let right = try? second.value(of: open.equation.right),
      left.shape != .scalar, left.hasSameNumbers(as: right)
    else { return nil }
    let gap = zip(left.components, right.components).map { ($0 - $1).magnitude }.max() ?? 0
    if gap < 1e-9 { return .holds }
    return gap > 0.5 ? .fails(Discrepancy.unsolved(left, right)) : nil
  }

  /// The verdict on a numbered solution such as x_1 = 2 of an equation for x; nil without one.
  private func numberedSolution(
    _ symbol: MathSymbol, _ value: MathExpression, in derivation: Derivation
  ) -> Verdict? {
    guard derivation.environment.topics.contains(.solutions), symbol.subscripts.count == 1,
      case .number = symbol.subscripts[0], symbol.labels.isEmpty, symbol.accents.isEmpty,
      let open = equations.last, open.names == [symbol.family]
    else { return nil }
    var known = derivation.environment
    var evaluator = FormulaEvaluator(known)
    guard let number = try? evaluator.value(of: value) else { return nil }
    known.assign(number, to: .symbol(symbol.with(subscripts: [])))
    var (first, second) = (FormulaEvaluator(known), FormulaEvaluator(known))
    guard case .scalar(let left)? = try? first.value(of: open.equation.left),
      case .scalar(let right)? = try? second.value(of: open.equation.right)
    else { return nil }
    let difference = (left.value - right.value).magnitude
    let size = max(left.value.magnitude, right.value.magnitude, 1)
    if difference <= 1e-9 * size { return .holds }
    return difference > 0.02 * size ? .fails(Discrepancy.unsolved(left: left.value, right: right.value)) : nil
  }

  /// Both sides with the stated values, and the difference that rounding of the values explains.
  private func residual(
    of open: OpenEquation, in environment: FormulaEnvironment
  ) -> (left: Double, right: Double, allowance: Double)? {
    func sides(_ place: FormulaEnvironment) -> (Double, Double)? {
      var (first, second) = (FormulaEvaluator(place), FormulaEvaluator(place))
      guard case .scalar(let a)? = try? first.value(of: open.equation.left),
        case .scalar(let b)? = try? second.value(of: open.equation.right), a.value.isFinite, b.value.isFinite
      else { return nil }
      return (a.value, b.value)
    }
    guard let (left, right) = sides(environment) else { return nil }
    var allowance = 0.0
    for name in open.names {
      guard let (symbol, half) = solved[name],
        case .scalar(let value)? = environment.value(of: .symbol(symbol))
      else { return nil }
      if half == 0 { continue }
      var moved = environment
      moved.assign(.scalar(MathScalar(value.value + half)), to: .symbol(symbol))
      guard let (a, b) = sides(moved) else { return nil }
      allowance += ((a - b) - (left - right)).magnitude * 1.05
    }
    return (left, right, allowance)
  }
}
