import Formulas

extension Conviction {
  func identityDoubt(
    _ left: MathExpression, _ right: MathExpression, _ step: JudgedStep, repaired: MathExpression?
  ) -> Doubt? {
    if let doubt = otherReading(left, right, step.relation) { return doubt }
    if step.comparison?.basis == .derivative, holdsWithFixedNames(left, right) {
      return .reading(.fixedNames)
    }
    if isRoundingOfFactor(left, right) { return .rounding }
    if step.relation == .equals, mayRestOnHypothesis(left, right) { return .hypothesis }
    // B − A = 2δ relates quantities of which no side says anything about the other: it is no identity.
    let (onLeft, onRight) = (environment.freeQuantities(of: left), environment.freeQuantities(of: right))
    if step.comparison?.basis == .points, step.relation == .equals, !isUniversal,
      let capital = CapitalFactors.unknown(in: [left, right], free: Set(onLeft + onRight))
    {
      return .unknown(capital.name)
    }
    if step.comparison?.basis == .points, !onLeft.isEmpty, !onRight.isEmpty,
      Set(onLeft).isDisjoint(with: onRight)
    {
      return .meaning(onRight)
    }
    if case .shape? = step.verdict.discrepancy?.cause, isDisplay, isMatrixProduct(left), role != .goal {
      return nil
    }
    // A name without a value may equal anything.
    for (side, other) in [(left, right), (right, left)] {
      if let name = side.quantityName, !side.isDerivative, !isCallOfKnown(side),
        environment.freeQuantities(of: side) == [name],
        !environment.freeQuantities(of: other).contains(name)
      {
        return .meaning([name])
      }
    }
    // A function that equals a number is an equation to solve, unless the function is constant.
    let isOneSided =
      environment.freeQuantities(of: left).isEmpty != environment.freeQuantities(of: right).isEmpty
    if isOneSided, step.comparison?.basis == .points {
      let test = IdentityTest(seed: seed)
      if test.constantValue(of: left, in: environment) == nil
        || test.constantValue(of: right, in: environment) == nil
      {
        return isSlipInConstant(left, right) ? nil : .noRepair
      }
      // Both sides are constant and differ, so that no value of the letters satisfies the equation.
      return nil
    }
    if left.resolvedBars != left || right.resolvedBars != right,
      IdentityTest(seed: seed).run(left.resolvedBars, right.resolvedBars, in: environment) == .holds
    {
      return .hypothesis
    }
    if isDisplay, role == .claim, differsByConstant(left, right) || left.hasBinomials && right.hasBinomials {
      return nil
    }
    if IdentityTest(seed: seed).holdsForPositiveNumbers(left, right, in: environment)
      || followsFromConstraint(left, right)
    {
      return .hypothesis
    }
    if step.comparison?.basis == .derivative, isPartlyRight(step) { return nil }
    if isDisplay, role == .claim, isDeterminedDerivative(left, right) || isDeterminedForm(left, right) {
      return nil
    }
    var known = environment
    if step.comparison?.basis == .derivative { known.forget(left) }
    if step.comparison?.basis == .values { known.forgetValues(keeping: []) }
    guard let repaired = repaired ?? NearMiss(environment: known, seed: seed).repair(left, right),
      repaired.canonical != left.canonical, repaired.canonical != right.canonical
    else {
      if isDisplay, role == .claim, step.comparison?.basis == .points, left.followsByFalseRule(right) {
        return nil
      }
      return agreesNowhere(left, right, step) ? nil : .noRepair
    }
    if step.comparison?.basis == .points, let name = knownQuantity(onlyIn: left, right, repaired: repaired) {
      return .meaning([name])
    }
    return nil
  }

  /// Whether a partial derivative is right if it keeps the other names of its function fixed. The Lagrangian
  /// L = wl + λ(q − kl) does not use its constraint q = kl.
  private func holdsWithFixedNames(_ left: MathExpression, _ right: MathExpression) -> Bool {
    guard case .derivative(let derivative) = left, derivative.notation == .partial else { return false }
    var fixed = environment
    let subject = derivative.subject.quantityName
    let body = subject.flatMap { fixed.definitions[$0] } ?? derivative.subject
    let names = body.symbols.map(\.name).filter { $0 != subject && fixed.definitions[$0] != nil }
    guard !names.isEmpty else { return false }
    for name in names { fixed.definitions[name] = nil }
    return IdentityTest(seed: seed).run(left, right, in: fixed) == .holds
  }

  /// A quantity without a value that stands on one side only and not in the repaired side: the step may use what the
  /// reader knows about it, such as ωT = 2π. The words beside the name, or another name of its family, such as ω_0 for
  /// ω_s, show that it is a quantity.
  private func knownQuantity(
    onlyIn left: MathExpression, _ right: MathExpression, repaired: MathExpression
  ) -> String? {
    let free = [left, right].map { Set(environment.freeQuantities(of: $0)) }
    let symbols = left.symbols + right.symbols
    return symbols.first { symbol in
      guard free[0].contains(symbol.name) != free[1].contains(symbol.name), !repaired.symbols.contains(symbol)
      else { return false }
      let isRelated = symbols.contains { other in
        other != symbol && other.family == symbol.family && free.allSatisfy { $0.contains(other.name) }
      }
      return notations.described.contains(symbol.name) || symbol.hasLabel && isRelated
    }?.name
  }

  /// Whether the side calls a function that the text defines, or its derivative.
  private func isCallOfKnown(_ side: MathExpression) -> Bool {
    guard case .application(let symbol, _) = side else { return false }
    return environment.functions[symbol.with(labels: []).name] != nil
  }

  /// Whether the sides differ only by a factor that the rounding of a decimal explains: 2.34 m · 1.5 m = 3.5 m².
  private func isRoundingOfFactor(_ left: MathExpression, _ right: MathExpression) -> Bool {
    guard
      let decimal = right.literals.filter({ !$0.isInteger }).max(by: {
        $0.significantDigits < $1.significantDigits
      }),
      decimal.significantDigits >= (right.hasUnit ? 2 : 3)
    else { return false }
    let allowed = decimal.halfUnit.value / decimal.doubleValue.magnitude
    let test = IdentityTest(seed: seed)
    guard let ratio = test.constantValue(of: .fraction(left, right), in: environment) else { return false }
    return ratio.components.count == 1 && (ratio.components[0] - 1).magnitude <= 1.01 * allowed
  }

  /// Whether the expression is a product of matrices and vectors that the text has just given.
  private func isMatrixProduct(_ expression: MathExpression) -> Bool {
    guard case .product(let factors) = expression, factors.count == 2 else { return false }
    return factors.allSatisfy { factor in
      guard case .symbol(let symbol) = factor.expression, recent.contains(symbol.name),
        factor.sign == .juxtaposed
      else { return false }
      return environment.value(of: factor.expression).map { $0.shape != .scalar } ?? false
    }
  }

  /// Whether the difference of the sides is the same number everywhere, so that no value of the letters makes them equal.
  private func differsByConstant(_ left: MathExpression, _ right: MathExpression) -> Bool {
    let difference = MathExpression.sum([left, .negated(right)])
    guard let value = IdentityTest(seed: seed).constantValue(of: difference, in: environment)?.scalarValue
    else {
      return false
    }
    return value.magnitude > 1e-6
  }

  /// Whether a small change makes a claimed sum of functions constant: cosh² x + sinh² x = 1.
  private func isSlipInConstant(_ left: MathExpression, _ right: MathExpression) -> Bool {
    guard isDisplay, role == .claim, left.functionCount >= 2, right.isPlainlyNumeric, right != .integer(0),
      let repaired = NearMiss(environment: environment, seed: seed).repair(left, right)
    else { return false }
    return repaired.functionCount >= 2
  }

  /// Whether the sides agree for no real numbers, so that the step is no equation to solve.
  private func agreesNowhere(_ left: MathExpression, _ right: MathExpression, _ step: JudgedStep) -> Bool {
    let isCurve = environment.freeQuantities(of: left).count < 2
    guard isDisplay, role == .claim || !isCurve, step.relation == .equals, step.comparison?.basis == .points,
      !notations.speaksOfComplexNumbers
    else { return false }
    return AgreementSearch(environment: environment, seed: seed).agreesNowhere(left, right)
  }

  /// Whether some components of a stated gradient are right, and others are not.
  private func isPartlyRight(_ step: JudgedStep) -> Bool {
    guard let discrepancy = step.verdict.discrepancy, let a = discrepancy.left, let b = discrepancy.right,
      a.shape != .scalar, a.hasSameNumbers(as: b)
    else { return false }
    return zip(a.components, b.components).contains { ($0 - $1).magnitude <= 1e-12 * max(1, $0.magnitude) }
  }

  private func followsFromConstraint(_ left: MathExpression, _ right: MathExpression) -> Bool {
    let test = ConsequenceTest(environment: environment, seed: seed)
    return constraints.contains { test.follows(Equation(left: left, right: right), from: $0) }
  }

  /// The doubt about a step that holds only for the current values, such as (x + 1)² = x² + 3x near "let x = 1".
  func onlyForValues(_ step: JudgedStep) -> Doubt? {
    guard let comparison = step.comparison, comparison.basis == .values, step.relation == .equals else {
      return nil
    }
    let (left, right) = (comparison.left, comparison.right)
    let names = Set(left.symbols.map(\.name)).filter { name in
      left.quantity(named: name).map { environment.value(of: $0) != nil } ?? false
    }
    guard !names.isEmpty, names == Set(right.symbols.map(\.name)),
      left.quantityName == nil || isCallOfKnown(left), right.quantityName == nil
    else { return nil }
    var symbolic = environment
    symbolic.forgetValues(keeping: [])
    guard case .fails = IdentityTest(seed: seed).run(left, right, in: symbolic) else { return nil }
    return .onlyForValues(names.sorted())
  }
}

extension MathSymbol {
  /// Whether the only subscript is a letter or a word that is no usual index.
  fileprivate var hasLabel: Bool {
    guard subscripts.count == 1, case .symbol(let label) = subscripts[0] else { return false }
    return !["i", "j", "k", "l", "m", "n", "t"].contains(label.name)
  }
}

extension MathExpression {
  /// Whether the expression consists of binomial coefficients and factorials of letters, which no text solves for.
  fileprivate var hasBinomials: Bool {
    switch self {
    case .function(let function, let arguments) where function == .binomial || function == .factorial:
      arguments.contains { !$0.symbols.isEmpty }
    case .sum(let terms): terms.allSatisfy { $0.hasBinomials || $0.isWrittenNumber }
    case .product(let factors): factors.contains { $0.expression.hasBinomials }
    case .negated(let inner): inner.hasBinomials
    default: false
    }
  }

  /// The number of functions of analysis in the expression.
  fileprivate var functionCount: Int {
    var count = 0
    visit { if case .function = $0 { count += 1 } }
    return count
  }
}

extension MathExpression {
  /// Whether the expression has a unit of measurement.
  fileprivate var hasUnit: Bool { symbols.contains { $0.style == "unit" } }

  /// The expression with −u for |u|, as for negative u.
  fileprivate var resolvedBars: MathExpression {
    replacing { if case .absolute(let inner) = $0 { .negated(inner) } else { nil } }
  }
}
