extension Derivation {
  /// The verdict on an inequality between quantities without a value, by a search for a counter-example.
  ///
  /// One that holds for some values only may be a condition, and is left open.
  func inequality(_ left: MathExpression, _ relation: Relation.Kind, _ right: MathExpression) -> Verdict {
    switch InequalityTest(environment: environment, seed: seed).run(left, relation, right) {
    case .holds:
      // That a square is positive shows; that x > 0 where only positive x are drawn does not.
      return left.quantityName == nil || right.quantityName == nil
        ? (left.isBound || right.isBound ? .undetermined(.free(free([left, right]))) : .holds)
        : .undetermined(.free(free([left, right])))
    case .fails(let discrepancy):
      return left.isBound || right.isBound ? .undetermined(.free(free([left, right]))) : .fails(discrepancy)
    case .depends: return .undetermined(.free(free([left, right])))
    case .notEvaluable(let failure):
      if case .unbound = failure { return .undetermined(.free(free([left, right]))) }
      return .undetermined(.notEvaluable(failure))
    }
  }

  /// The verdict on a rule for probabilities, expectations or variances; nil when it is none, or may rest on
  /// something that the text assumes.
  func probabilityVerdict(
    _ left: MathExpression, _ right: MathExpression, _ relation: Relation.Kind
  ) -> Verdict? {
    guard relation == .equals, left.isProbabilityRule, right.isProbabilityRule else { return nil }
    let onLeft = left.probabilityOperators
    let onRight = right.probabilityOperators
    guard !onLeft.isEmpty, !onRight.isEmpty else { return nil }
    switch ProbabilityTest(environment: environment, seed: seed).run(left, right) {
    case .holds: return .holds
    case .needs, .notEvaluable: return nil
    case .fails(let discrepancy):
      // Var(X) = E[X] may be what a distribution is like; a rule takes an operator apart.
      let isRule = onRight.count > 1 || onLeft.contains(where: \.isComposite)
      let names = MathExpression.randomNames(onLeft)
      guard isRule, MathExpression.randomNames(onRight) == names else { return nil }
      return .fails(discrepancy.certain)
    }
  }

  /// The verdict on two sides that differ, when no reading as an equation to be solved is left; nil otherwise.
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
    // x + 2 = x + 5 has no solution, and 2x = 5x none but zero.
    let test = IdentityTest(seed: seed)
    let comparisons = [MathExpression.sum([left, .negated(right)]), .fraction(left, right)]
    return comparisons.contains { test.constantValue(of: $0, in: environment) != nil }
      ? .fails(discrepancy) : nil
  }

  /// The verdict with i as the imaginary unit, where it can be one; with other quantities only if it holds then.
  func complexVerdict(
    _ left: MathExpression, _ right: MathExpression, _ relation: Relation.Kind, _ discrepancy: Discrepancy
  ) -> Verdict? {
    guard relation == .equals, let unit = ComplexTest.unit(in: [left, right], environment),
      let agrees = ComplexTest(environment: environment, seed: seed).agrees(left, right, unit: unit)
    else { return nil }
    if agrees { return .holds }
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
    return .undetermined(.free(others.isEmpty ? [unit] : others))
  }

  /// Whether a function agrees with the polynomial that is said to be near it, at zero and as far as it goes.
  private func approximation(_ left: MathExpression, _ right: MathExpression) -> Verdict? {
    let names = environment.freeQuantities(of: left)
    guard names.count == 1, environment.freeQuantities(of: right) == names,
      case .symbol(let variable)? = left.quantity(named: names[0]),
      let degree = right.degree(in: variable), degree >= 1, right.literals.allSatisfy(\.isInteger),
      left.degree(in: variable) == nil
    else { return nil }
    let test = ApproximationTest(environment: environment)
    // Another point than zero may be meant, unless both sides agree there.
    guard let touches = test.agrees(left, right, in: variable, order: 1), touches else { return nil }
    guard let agrees = test.agrees(left, right, in: variable, order: degree + 1) else { return nil }
    return agrees ? .holds : .fails(Discrepancy(.expansion(order: degree), left: nil, right: nil).certain)
  }

  /// The verdict on `e^x = 1 + x + O(x^2)`.
  func expansion(_ left: MathExpression, _ right: MathExpression) -> Verdict? {
    guard case .sum(let terms) = right else { return nil }
    let rest = terms.filter { $0.orderOfRemainder == nil && $0 != Ellipsis.symbol }
    guard let remainder = terms.lazy.compactMap(\.orderOfRemainder).first ?? openEnd(of: terms, left)
    else { return nil }
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
  /// What a polynomial that ends in `+ …` leaves open: the next power of its variable.
  private func openEnd(
    of terms: [MathExpression], _ left: MathExpression
  ) -> (variable: MathSymbol, order: Int)? {
    guard terms.count >= 4, terms.last == Ellipsis.symbol || terms.last == .negated(Ellipsis.symbol) else {
      return nil
    }
    let rest = MathExpression.sum(Array(terms.dropLast()))
    let names = environment.freeQuantities(of: rest)
    guard names.count == 1, case .symbol(let variable)? = rest.quantity(named: names[0]),
      left.degree(in: variable) == nil, let degree = rest.degree(in: variable), degree >= 2
    else { return nil }
    return (variable, degree + 1)
  }
}

extension MathExpression {
  /// Whether every part can be tried on a finite space: no sums over cases, no comparisons inside.
  fileprivate var isProbabilityRule: Bool {
    !contains { node in
      switch node {
      case .reduction, .integral, .opaque("condition", _), .opaque("set", _), .opaque("list", _): true
      default: false
      }
    }
  }

  /// Whether an operator acts on more than a name: Var(aX + b), P(A ∪ B).
  fileprivate var isComposite: Bool {
    guard let (kind, arguments) = probabilityParts else { return false }
    if kind == .covariance { return true }
    return arguments.count > 1
      || arguments.contains { argument in
        if case .symbol(let symbol) = argument { return symbol.isComplement }
        return true
      }
  }

  /// The variable and the power of an `O(x^3)`; of an `o(x^2)` the next power.
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

  /// Whether remainders or divisors are spoken of.
  var isArithmeticOfIntegers: Bool {
    contains { node in
      guard case .function(let function, _) = node else { return false }
      return [.remainder, .greatestCommonDivisor, .leastCommonMultiple].contains(function)
    }
  }

  /// Whether factors may not change places: cross products, or matrices by their letters.
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

  /// Whether it is a lone quantity or a number: a side of a condition rather than of a claim.
  var isBound: Bool {
    switch self {
    case .symbol, .application, .derivative: true
    case .absolute(let inner), .norm(let inner, _): inner.isBound
    default: false
    }
  }
}
