extension Derivation {
  /// The verdict that a claim is wrong; a statement that is no claim may give its letters another meaning.
  func claimed(_ discrepancy: Discrepancy) -> Verdict {
    var certain = discrepancy.certain
    certain.mayDefine = true
    return .fails(certain)
  }

  /// The verdict on an inequality between quantities without a value, by a search for a counter-example.
  ///
  /// An inequality that holds only for some values may be a condition and stays undetermined.
  func inequality(_ left: MathExpression, _ relation: Relation.Kind, _ right: MathExpression) -> Verdict {
    if let copy = withoutRenamings([left, right]) { return copy.inequality(left, relation, right) }
    // Norms of the same letter bound each other.
    let sharesLetters = !Set(left.symbols).isDisjoint(with: right.symbols)
    let isBound = [left, right].contains { $0.isBound && !isKnownCall($0) } && !sharesLetters
    switch InequalityTest(environment: environment, seed: seed).run(left, relation, right) {
    case .holds:
      // Random points can show that a square is positive; they cannot show x > 0, because they may all be positive.
      return left.quantityName == nil || right.quantityName == nil
        ? (isBound ? .undetermined(.free(free([left, right]))) : .holds)
        : .undetermined(.free(free([left, right])))
    case .fails(let discrepancy):
      return isBound ? .undetermined(.free(free([left, right]))) : .fails(discrepancy)
    case .depends:
      return falseBound(left, relation, right) ?? .undetermined(.free(free([left, right])))
    case .notEvaluable(let failure):
      if case .unbound = failure { return .undetermined(.free(free([left, right]))) }
      return .undetermined(.notEvaluable(failure))
    }
  }

  /// Whether the expression is a call of a function with a definition or a derivative of one: σ(x), f′(x).
  package func isKnownCall(_ expression: MathExpression) -> Bool {
    guard case .application(let symbol, _) = expression else { return false }
    let function = symbol.withoutPrimes
    guard let body = (environment.functions[function.name] ?? environment.functions[symbol.name])?.body else {
      return false
    }
    // Random numbers are no whole numbers, which matter to the floor of an expression.
    return !body.contains { if case .function(.floor, _) = $0 { true } else { false } }
  }

  /// The verdict on two sides that differ, if the statement cannot be an equation to solve; nil otherwise.
  func beyondDoubt(
    _ left: MathExpression, _ right: MathExpression, _ relation: Relation.Kind, _ discrepancy: Discrepancy
  ) -> Verdict? {
    if relation == .approximates { return approximation(left, right) }
    if let verdict = expansion(left, right) { return verdict }
    guard !left.dependsOnOrder, !right.dependsOnOrder, !holdsForNumbers(left, right) else { return nil }
    var discrepancy = discrepancy
    if let repaired = NearMiss(environment: environment, seed: seed).repair(left, right) {
      discrepancy.repaired = repaired
      return .fails(discrepancy)
    }
    // x + 2 = x + 5 has no solution, and 2x = 5x has only the solution zero.
    let test = IdentityTest(seed: seed)
    let comparisons = [MathExpression.sum([left, .negated(right)]), .fraction(left, right)]
    return comparisons.contains { test.constantValue(of: $0, in: environment) != nil }
      ? .fails(discrepancy) : nil
  }

  /// The verdict with i or j as the imaginary unit; nil if neither letter can be one. A step with other free quantities
  /// fails only if a small change makes it hold.
  func complexVerdict(
    _ left: MathExpression, _ right: MathExpression, _ relation: Relation.Kind, _ discrepancy: Discrepancy
  ) -> Verdict? {
    guard relation == .equals, let unit = ComplexTest.unit(in: [left, right], environment),
      let agrees = ComplexTest(environment: environment, seed: seed).agrees(left, right, unit: unit)
    else { return nil }
    if agrees { return .holds }
    // A function may have real coefficients or be real on the real line, as the text says in words.
    if [left, right].contains(where: { $0.contains { if case .application = $0 { true } else { false } } }) {
      return .undetermined(.free(free([left, right])))
    }
    let others = free([left, right]).filter { $0 != unit }
    let bodies = [left, right] + environment.bodies(reachableFrom: [left, right])
    var discrepancy = discrepancy
    if bodies.contains(where: { $0.looksComplex(MathSymbol(unit)) }) {
      if others.isEmpty { return .fails(discrepancy.certain) }
      var search = NearMiss(environment: environment, seed: seed)
      search.unit = unit
      discrepancy.repaired = search.repair(left, right)
      if discrepancy.repaired != nil { return .fails(discrepancy) }
    }
    if others.isEmpty, !environment.topics.contains(.interest),
      environment.topics.contains(.complexNumbers) || isNearComplexIdentity(left, right, unit)
    {
      return claimed(Discrepancy(.identity, left: nil, right: nil))
    }
    return .undetermined(.free(others.isEmpty ? [unit] : others))
  }

  /// Whether a small change makes an equation between complex numbers true: (1 + i)² = 2 for 2i.
  private func isNearComplexIdentity(_ left: MathExpression, _ right: MathExpression, _ unit: String) -> Bool
  {
    let test = ComplexTest(environment: environment, seed: seed)
    let letter = MathExpression.symbol(MathSymbol(unit))
    let rights =
      [.product([Factor(right), Factor(letter, sign: .dot)])] + NearMiss.changes(of: right).prefix(20)
    return rights.contains { test.agrees(left, $0, unit: unit) == true }
      || NearMiss.changes(of: left).prefix(40).contains { test.agrees($0, right, unit: unit) == true }
  }

  /// The verdict on a polynomial that is said to approximate a function: whether both agree at zero up to its degree.
  func approximation(_ left: MathExpression, _ right: MathExpression) -> Verdict? {
    let names = environment.freeQuantities(of: left)
    guard names.count == 1, environment.freeQuantities(of: right) == names,
      case .symbol(let variable)? = left.quantity(named: names[0]),
      let degree = right.degree(in: variable), degree >= 1, right.literals.allSatisfy(\.isInteger),
      left.degree(in: variable) == nil
    else { return nil }
    if let (moved, expansion) = Self.moved(left, right, variable) { return approximation(moved, expansion) }
    let test = ApproximationTest(environment: environment)
    // If the sides do not agree at zero, the text may mean another point.
    guard let touches = test.agrees(left, right, in: variable, order: 1) else { return nil }
    if !touches {
      return environment.topics.contains(.smallValues)
        ? claimed(Discrepancy(.expansion(order: degree), left: nil, right: nil)) : nil
    }
    guard let agrees = test.agrees(left, right, in: variable, order: degree + 1) else { return nil }
    return agrees ? .holds : .fails(Discrepancy(.expansion(order: degree), left: nil, right: nil).certain)
  }

  /// Both sides with the point of a polynomial in x − a as the origin: √x ≈ 1 + (x − 1)/2. Nil for other polynomials.
  static func moved(
    _ left: MathExpression, _ right: MathExpression, _ variable: MathSymbol
  ) -> (MathExpression, MathExpression)? {
    let letter = MathExpression.symbol(variable)
    var distances: Set<MathExpression> = []
    right.visit { node in
      if case .sum(let terms) = node, terms.count == 2, terms[0] == letter, terms[1].isWrittenNumber {
        distances.insert(node)
      }
    }
    guard distances.count == 1, let distance = distances.first, case .sum(let terms) = distance else {
      return nil
    }
    let step = MathExpression.symbol(MathSymbol("step"))
    let expansion = right.replacing { $0 == distance ? step : nil }
    guard !expansion.symbols.contains(variable) else { return nil }
    let place: MathExpression = if case .negated(let number) = terms[1] { number } else { .negated(terms[1]) }
    return (left.replacing { $0 == letter ? .sum([place, step]) : nil }, expansion)
  }

  /// The verdict on `e^x = 1 + x + O(x^2)`.
  func expansion(_ left: MathExpression, _ right: MathExpression) -> Verdict? {
    guard case .sum(let terms) = right else { return nil }
    let rest = terms.filter { $0.orderOfRemainder == nil && $0 != Ellipsis.symbol }
    guard let remainder = terms.lazy.compactMap(\.orderOfRemainder).first ?? openEnd(of: terms, left)
    else { return nil }
    // An expansion is meant for every value near zero, also if the text has given the variable a value.
    var environment = environment
    environment.forgetValue(of: remainder.variable)
    let names = environment.freeQuantities(of: left)
    guard names.contains(remainder.variable.name) else { return nil }
    var drawn = environment
    if names.count > 1 {
      drawn = IdentityTest(seed: seed).drawn(
        5, environment, QuantityDomains([left, right], in: environment), .scalars)
    }
    let test = ApproximationTest(environment: drawn)
    guard
      let agrees = test.agrees(
        left, FormulaParser.joined(rest), in: remainder.variable, order: remainder.order)
    else { return nil }
    return agrees
      ? .holds : .fails(Discrepancy(.expansion(order: remainder.order - 1), left: nil, right: nil).certain)
  }
}

extension Derivation {
  /// The first power of the variable that a polynomial with `+ …` at its end leaves out.
  private func openEnd(
    of terms: [MathExpression], _ left: MathExpression
  ) -> (variable: MathSymbol, order: Int)? {
    guard terms.count >= 4, terms.last == Ellipsis.symbol || terms.last == .negated(Ellipsis.symbol) else {
      return nil
    }
    let rest = MathExpression.sum(Array(terms.dropLast()))
    let names = Set(rest.symbols.filter { !MathConstants.isConstant($0) }.map(\.name)).sorted()
    guard names.count == 1, case .symbol(let variable)? = rest.quantity(named: names[0]),
      left.degree(in: variable) == nil, let degree = rest.degree(in: variable), degree >= 2
    else { return nil }
    return (variable, degree + 1)
  }
}

extension MathExpression {
  /// The variable and the power of a remainder such as `O(x^3)`.
  var orderOfRemainder: (variable: MathSymbol, order: Int)? {
    guard case .application(let symbol, let arguments) = self, symbol.name == "O" || symbol.name == "𝓞",
      arguments.count == 1
    else { return nil }
    switch arguments[0] {
    case .symbol(let variable): return (variable, 1)
    case .power(.symbol(let variable), .number(let number)):
      return MathScalar(number).integer.map { (variable, $0) }
    default: return nil
    }
  }

  /// Whether the expression contains remainders or common divisors and multiples.
  package var isArithmeticOfIntegers: Bool {
    contains { node in
      guard case .function(let function, _) = node else { return false }
      return [.remainder, .greatestCommonDivisor, .leastCommonMultiple].contains(function)
    }
  }

  /// Whether the order of factors matters: the expression has cross products, or letters of matrices.
  var dependsOnOrder: Bool {
    contains { node in
      guard case .product(let factors) = node else { return false }
      if factors.contains(where: { $0.sign == .cross && !$0.expression.isNumeric }) { return true }
      let matrices = factors.filter { factor in
        factor.expression.symbols.contains {
          QuantityDomains.looksLikeMatrix($0) || $0.style == "bold" || $0.accents.contains("hat")
        }
      }
      return matrices.count >= 2
    }
  }

  /// Whether the expression is a lone quantity, its absolute value or its norm, as in a condition.
  var isBound: Bool {
    switch self {
    case .symbol, .application, .derivative: true
    case .absolute(let inner), .norm(let inner, _): inner.isBound
    default: false
    }
  }
}
