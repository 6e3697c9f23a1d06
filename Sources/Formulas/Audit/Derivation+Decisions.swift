extension Derivation {
  /// The verdict on an inequality between quantities without a value, by a search for a counter-example.
  ///
  /// An inequality that holds only for some values may be a condition and stays undetermined.
  func inequality(_ left: MathExpression, _ relation: Relation.Kind, _ right: MathExpression) -> Verdict {
    if let copy = withoutRenamings([left, right]) { return copy.inequality(left, relation, right) }
    switch InequalityTest(environment: environment, seed: seed).run(left, relation, right) {
    case .holds:
      // Random points can show that a square is positive; they cannot show x > 0, because they may all be positive.
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

  /// The verdict on a rule for probabilities, expectations or variances. Nil for other statements, and for a rule that
  /// may rest on an assumption of the text.
  func probabilityVerdict(
    _ left: MathExpression, _ right: MathExpression, _ relation: Relation.Kind
  ) -> Verdict? {
    if relation.statesValue,
      let verdict = probabilityValue(left, right) ?? distributionVerdict(left, right, relation)
        ?? eventVerdict(left, right, relation)
    {
      return verdict
    }
    guard relation == .equals, left.isProbabilityRule, right.isProbabilityRule else { return nil }
    let hasMoments = left.hasComposedMoment || right.hasComposedMoment
    let (left, right) = hasMoments ? (left.namingMoments, right.namingMoments) : (left, right)
    let onLeft = left.probabilityOperators
    let onRight = right.probabilityOperators
    guard !onLeft.isEmpty, !onRight.isEmpty,
      environment.bodies(reachableFrom: [left, right]).allSatisfy({ $0.probabilityOperators.isEmpty }),
      ![left, right].contains(where: { $0.contains(where: isUnknownCall) })
    else { return nil }
    switch ProbabilityTest(environment: environment, seed: seed).run(left, right) {
    case .holds: return .holds
    case .needs(let assumption): return environment.assumptions.contains(assumption) ? .holds : nil
    case .notEvaluable: return nil
    case .fails(let discrepancy):
      // Var(X) = E[X] may be a property of a distribution. A rule expands an operator.
      let isRule = onRight.count > 1 || onLeft.contains(where: \.isComposite)
      let names = MathExpression.randomNames(onLeft)
      guard isRule, MathExpression.randomNames(onRight) == names else { return nil }
      return .fails(discrepancy.certain)
    }
  }

  /// Whether a call has no definition and is no operator of probability: `\operatorname{logit}(p(x))`.
  private func isUnknownCall(_ node: MathExpression) -> Bool {
    guard case .application(let symbol, _) = node, !node.isProbabilityOperator else { return false }
    return environment.functions[symbol.name] == nil && ElementaryFunction.builtin(symbol) == nil
  }

  /// The verdict on a probability of events with a value that is not between 0 and 1; nil for all other statements.
  private func probabilityValue(_ left: MathExpression, _ right: MathExpression) -> Verdict? {
    guard left.isProbabilityOfEvents, right.isNumeric, case .scalar(let stated)? = value(right),
      stated.value < 0 || stated.value > 1
    else { return nil }
    let nearest = MathValue.scalar(MathScalar(stated.value < 0 ? 0 : 1))
    return .fails(Discrepancy(.comparison, left: nearest, right: .scalar(stated)).certain)
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
    return .undetermined(.free(others.isEmpty ? [unit] : others))
  }

  /// The verdict on a polynomial that is said to approximate a function: whether both agree at zero up to its degree.
  func approximation(_ left: MathExpression, _ right: MathExpression) -> Verdict? {
    let names = environment.freeQuantities(of: left)
    guard names.count == 1, environment.freeQuantities(of: right) == names,
      case .symbol(let variable)? = left.quantity(named: names[0]),
      let degree = right.degree(in: variable), degree >= 1, right.literals.allSatisfy(\.isInteger),
      left.degree(in: variable) == nil
    else { return nil }
    let test = ApproximationTest(environment: environment)
    // If the sides do not agree at zero, the text may mean another point.
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
  /// Whether every part has a value on a finite space: no sums over cases, no comparisons inside.
  fileprivate var isProbabilityRule: Bool {
    !contains { node in
      switch node {
      case .reduction, .integral, .opaque("condition", _), .opaque("comparison", _), .opaque("set", _),
        .opaque("list", _):
        true
      default: false
      }
    }
  }

  /// Whether the expression is P(A) with events, written as capitals or words.
  fileprivate var isProbabilityOfEvents: Bool {
    guard let (kind, arguments) = probabilityParts, kind == .probability else { return false }
    let isLetterP = if case .application(let symbol, _) = self { symbol.base != "p" } else { true }
    return isLetterP && !arguments.isEmpty
      && arguments.allSatisfy { argument in
        let names = argument.symbols.map(\.base)
        return !names.isEmpty
          && names.allSatisfy { $0.count > 1 || $0.first?.isUppercase ?? false || $0 == "c" }
      }
  }

  /// Whether the argument of the operator is more than a name: Var(aX + b), P(A ∪ B).
  fileprivate var isComposite: Bool {
    guard let (kind, arguments) = probabilityParts else { return false }
    if kind == .covariance { return true }
    return arguments.count > 1
      || arguments.contains { argument in
        if case .symbol(let symbol) = argument { return symbol.isComplement }
        return true
      }
  }

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
