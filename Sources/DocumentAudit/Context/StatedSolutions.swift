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
      let letters = Set((comparison.left.symbols + comparison.right.symbols).map(\.name))
      if !letters.isDisjoint(with: solved.keys) { equations.removeAll { $0.names.isSubset(of: solved.keys) } }
      guard case .undetermined = step.verdict else { continue }
      let isOpen = comparison.basis == .points
      let names =
        isOpen
        ? Set(derivation.free([comparison.left, comparison.right])) : letters.intersection(solved.keys)
      let isCongruence = [comparison.left, comparison.right].contains(where: \.isArithmeticOfIntegers)
      guard !isCongruence, (1...4).contains(names.count), names.isSubset(of: letters) else { continue }
      solved = [:]
      equations.append(
        OpenEquation(
          equation: Equation(left: comparison.left, right: comparison.right), names: names, paragraphs: 2))
    }
  }

  /// The verdict on a statement such as `x = 3` behind an equation for x. Nil if it is no solution, or if other letters
  /// of the equation have no value yet.
  mutating func verdict(on statement: Statement, in derivation: Derivation) -> Verdict? {
    guard !equations.isEmpty, statement.sides.count == 2, !statement.continuesPrevious,
      statement.relations[0].kind.statesValue, case .symbol(let symbol) = statement.sides[0].expression,
      let written = WrittenPrecision(statement.sides[1].expression, relation: .equals).halfUnits,
      written.count == 1
    else { return nil }
    let isWhole = statement.sides[1].expression.literals.allSatisfy(\.isInteger)
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
