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
    // x + 2 = x + 5 has no solution.
    let difference = MathExpression.sum([left, .negated(right)])
    return IdentityTest(seed: seed).constantValue(of: difference, in: environment) == nil
      ? nil : .fails(discrepancy)
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
      if others.isEmpty { return .fails(discrepancy) }
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
    return agrees ? .holds : .fails(Discrepancy(.expansion(order: degree), left: nil, right: nil))
  }

  /// The verdict on `e^x = 1 + x + O(x^2)`.
  func expansion(_ left: MathExpression, _ right: MathExpression) -> Verdict? {
    guard case .sum(let terms) = right,
      let remainder = terms.lazy.compactMap(\.orderOfRemainder).first
    else { return nil }
    let rest = terms.filter { $0.orderOfRemainder == nil }
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
      ? .holds : .fails(Discrepancy(.expansion(order: remainder.order - 1), left: nil, right: nil))
  }
}

extension MathExpression {
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
