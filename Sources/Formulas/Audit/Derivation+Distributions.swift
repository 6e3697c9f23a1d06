extension Derivation {
  /// Notes the distribution of a statement such as `X \sim \text{Bin}(10, 0.3)`.
  mutating func noteDistribution(_ statement: Statement) {
    guard statement.relations.map({ $0.kind }) == [.distributed], statement.sides.count == 2,
      case .symbol(let variable) = statement.sides[0].expression
    else { return }
    environment.distributions[variable.name] = NamedDistribution(statement.sides[1].expression)
  }

  /// The verdict on the mean, the variance or the probability of a value of a variable with a named distribution; nil for
  /// all other statements.
  func distributionVerdict(
    _ left: MathExpression, _ right: MathExpression, _ relation: Relation.Kind
  ) -> Verdict? {
    guard !environment.distributions.isEmpty, let (kind, arguments) = left.probabilityParts,
      arguments.count == 1,
      let (variable, value, sign) = arguments[0].variableAndValue,
      let distribution = environment.distributions[variable.name]
    else { return nil }
    var verdicts: [Verdict] = []
    for meaning in distribution.meanings {
      let expected: MathExpression?
      switch (kind, value, sign) {
      case (.expectation, nil, _): expected = meaning.mean
      case (.variance, nil, _): expected = meaning.variance
      case (.deviation, nil, _): expected = .root(meaning.variance, degree: nil)
      case (.probability, let value?, _): expected = meaning.probability(sign, value)
      default: expected = nil
      }
      guard let expected, let verdict = verdict(on: right, expected: expected, relation) else { return nil }
      if verdict == .holds { return verdict }
      verdicts.append(verdict)
    }
    // A text may give the probabilities of another variable with the same name.
    if kind == .probability, case .fails(var discrepancy)? = verdicts.first {
      discrepancy.mayDefine = true
      return .fails(discrepancy)
    }
    return verdicts.first
  }

  private func verdict(
    on right: MathExpression, expected: MathExpression, _ relation: Relation.Kind
  ) -> Verdict? {
    if let a = value(expected), let b = value(right) {
      let verdict = NumericJudge(environment: environment).judge(
        expected, right, values: (a, b), relation: relation)
      if case .fails(let discrepancy) = verdict { return .fails(discrepancy.certain) }
      return verdict
    }
    guard relation == .equals, Set(free([right])).isSubset(of: free([expected])) else { return nil }
    switch IdentityTest(seed: seed).run(expected, right, in: environment) {
    case .holds: return .holds
    case .fails(let discrepancy): return .fails(discrepancy.certain)
    case .notEvaluable: return nil
    }
  }
}

extension MathExpression {
  /// X without a value, or X, 2 and the sign of `X = 2` or `X > 2`.
  fileprivate var variableAndValue: (MathSymbol, MathExpression?, String)? {
    switch self {
    case .symbol(let symbol): return (symbol, nil, "")
    case .opaque("comparison", let sides) where sides.count == 3:
      guard case .symbol(let symbol) = sides[0], case .symbol(let sign) = sides[2] else { return nil }
      return (symbol, sides[1], sign.name)
    case .opaque("condition", let sides) where sides.count == 2:
      guard case .symbol(let symbol) = sides[0] else { return nil }
      return (symbol, sides[1], "=")
    default: return nil
    }
  }
}
