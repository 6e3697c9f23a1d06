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
    case .depends(let discrepancy):
      let names = Set(free([left, right]))
      if !names.isEmpty, names.isSubset(of: boundedNames), let a = discrepancy.left,
        let b = discrepancy.right,
        a.relativeDifference(to: b) > 1e-6
      {
        return claimed(discrepancy)
      }
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
    if left.isWrittenZero && isNowhereZero(right) || right.isWrittenZero && isNowhereZero(left) {
      return claimed(discrepancy)
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
    let others = free([left, right]).filter { $0 != unit && !isConjugateOfKnown($0, in: [left, right]) }
    let bodies = [left, right] + environment.bodies(reachableFrom: [left, right])
    var discrepancy = discrepancy
    if bodies.contains(where: { $0.looksComplex(MathSymbol(unit)) }) {
      if others.isEmpty { return .fails(discrepancy.certain) }
      var search = NearMiss(environment: environment, seed: seed)
      search.unit = unit
      discrepancy.repaired = search.repair(left, right)
      discrepancy.isComplex = true
      if discrepancy.repaired != nil { return .fails(discrepancy) }
    }
    if others.isEmpty, !environment.topics.contains(.interest),
      environment.topics.contains(.complexNumbers) || isNearComplexIdentity(left, right, unit)
    {
      return claimed(Discrepancy(.identity, left: nil, right: nil))
    }
    return .undetermined(.free(others.isEmpty ? [unit] : others))
  }

  /// Whether a name is z̄ for a z that the text has defined.
  private func isConjugateOfKnown(_ name: String, in sides: [MathExpression]) -> Bool {
    guard case .symbol(let symbol)? = sides.lazy.compactMap({ $0.quantity(named: name) }).first,
      ["bar", "overline"].contains(symbol.accents.last ?? "")
    else { return false }
    return environment.definitions[symbol.withoutLastAccent.name] != nil
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
}

extension Derivation {
  /// Whether an expression has values, and none of them is zero.
  private func isNowhereZero(_ side: MathExpression) -> Bool {
    let test = InequalityTest(environment: environment, seed: seed)
    let zero = MathExpression.integer(0)
    return [Relation.Kind.greater, .less].contains { test.run(side, $0, zero) == .holds }
  }
}

extension MathExpression {
  /// Whether the expression is a fraction with zero above letters: 0/(1 − b).
  fileprivate var isWrittenZero: Bool {
    switch self {
    case .fraction(.integer(0), let below), .negated(.fraction(.integer(0), let below)):
      !below.symbols.isEmpty
    default: false
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
