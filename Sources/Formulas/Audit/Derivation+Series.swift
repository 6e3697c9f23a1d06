extension Derivation {
  /// The verdict on `\sum a_k = a_1 + a_2 + \dots`, term by term; the sum need not have a value.
  func listedSeries(_ left: MathExpression, _ right: MathExpression) -> Verdict? {
    guard case .reduction(let series) = left, let index = series.index, series.operation == .sum,
      series.upper == .symbol(MathSymbol("∞")), let lower = series.lower, let terms = right.listedTerms,
      case .scalar(let start)? = value(lower), let first = start.integer
    else { return nil }
    for (position, term) in terms.enumerated() {
      let expected = series.body.replacing { $0 == .symbol(index) ? .integer(first + position) : nil }
      guard !expected.symbols.contains(where: { $0 != $0.withoutIndices([index.name]) }) else { return nil }
      // Unknown coefficients f(0), f(1), … get their values by this equation.
      let open = environment.freeQuantities(of: expected).filter { $0.contains("(") || $0.contains("_") }
      guard Set(open).isSubset(of: environment.freeQuantities(of: term)) else { return nil }
      switch IdentityTest(seed: seed).run(expected, term, in: environment) {
      case .holds: continue
      case .fails(let discrepancy): return .fails(discrepancy.certain)
      case .notEvaluable: return nil
      }
    }
    return .holds
  }

  /// The verdict on an equation with antiderivatives: the derivatives of both sides must agree.
  func antiderivatives(_ left: MathExpression, _ right: MathExpression) -> Verdict? {
    guard let variable = left.antiderivativeVariable ?? right.antiderivativeVariable,
      left.hasLinearAntiderivatives(of: variable), right.hasLinearAntiderivatives(of: variable)
    else { return nil }
    // `\int p(x)\,dx = 1` means an integral over everything, `\int f\,dx = \int_0^1 f\,dx` one over a region.
    guard right.symbols.contains(variable) || right.antiderivativeVariable != nil,
      right.antiderivativeVariable != nil || !right.contains(where: { $0.isDefiniteIntegral })
    else { return nil }
    var seen: Set<String> = []
    guard !environment.callsUnknown(left, seen: &seen), !environment.callsUnknown(right, seen: &seen) else {
      return nil
    }
    var environment = environment
    environment.forgetValue(of: variable)
    // A new letter other than a constant of integration means a substitution.
    let known = environment.freeQuantities(of: left)
    let fresh = environment.freeQuantities(of: right).filter { !known.contains($0) && $0 != variable.name }
    guard fresh.allSatisfy({ ["C", "c", "K", "k"].contains($0) || $0.hasPrefix("C_") }) else { return nil }
    let sides = [left, right].map { side in
      MathExpression.derivative(
        MathExpression.Derivative(
          notation: .total, subject: .sum([side]), variables: [.symbol(variable)], order: 1))
    }
    // Tables of integrals assume that their constants are positive.
    var positive = environment
    for symbol in Set(left.symbols + right.symbols) where !MathConstants.isConstant(symbol) {
      positive.conditions.append(
        MathExpression.Condition(left: .symbol(symbol), relation: .greater, right: .integer(0)))
    }
    let test = IdentityTest(seed: seed)
    let outcome = test.run(sides[0], sides[1], in: environment)
    guard case .fails(let discrepancy) = outcome else { return outcome == .holds ? .holds : nil }
    if test.run(sides[0], sides[1], in: positive) == .holds { return .holds }
    return ComplexTest.unit(in: [left, right], environment) == nil ? .fails(discrepancy.certain) : nil
  }
}

extension MathExpression {
  /// The terms of a sum before the `+ …` at its end, or the first three terms of a sum that was read from an ellipsis.
  fileprivate var listedTerms: [MathExpression]? {
    switch self {
    case .sum(let terms):
      guard terms.last == Ellipsis.symbol, terms.count >= 3 else { return nil }
      return Array(terms.dropLast())
    case .reduction(let series):
      guard series.index == TermPattern.index, series.upper == .symbol(MathSymbol("∞")) else { return nil }
      return (0..<3).map { number in
        series.body.replacing { $0 == .symbol(TermPattern.index) ? .integer(number) : nil }
      }
    default: return nil
    }
  }

  /// The variable of the first indefinite integral.
  fileprivate var antiderivativeVariable: MathSymbol? {
    var found: MathSymbol?
    visit { node in
      if found == nil, case .integral(let integral) = node, integral.upper == nil {
        found = integral.variable
      }
    }
    return found
  }

  fileprivate var isDefiniteIntegral: Bool {
    if case .integral(let integral) = self { integral.upper != nil } else { false }
  }

  /// Whether indefinite integrals occur only as terms with constant factors.
  fileprivate func hasLinearAntiderivatives(of variable: MathSymbol) -> Bool {
    if antiderivativeVariable == nil { return true }
    switch self {
    case .integral(let integral):
      return integral.variable == variable && integral.body.antiderivativeVariable == nil
    case .sum(let terms): return terms.allSatisfy { $0.hasLinearAntiderivatives(of: variable) }
    case .negated(let inner): return inner.hasLinearAntiderivatives(of: variable)
    case .product(let factors):
      return factors.allSatisfy { factor in
        if factor.expression.antiderivativeVariable == nil {
          return !factor.expression.symbols.contains(variable)
        }
        return factor.sign != .division && factor.expression.hasLinearAntiderivatives(of: variable)
      }
    case .fraction(let above, let below):
      return above.hasLinearAntiderivatives(of: variable) && !below.symbols.contains(variable)
    default: return false
    }
  }
}
