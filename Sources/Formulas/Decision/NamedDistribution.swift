/// The mean and the variance of a distribution that a text names: X ∼ Bin(10, 0.3).
///
/// Only names whose parameters mean the same in all texts: the exponential distribution has a rate or a scale.
package struct NamedDistribution: Sendable {
  let mean: MathExpression
  let variance: MathExpression

  init?(_ expression: MathExpression) {
    guard let (name, parameters) = expression.nameAndParameters else { return nil }
    let one = MathExpression.integer(1)
    switch (name, parameters.count) {
    case ("Bin", 2), ("Binomial", 2), ("B", 2), ("Binom", 2):
      let (count, chance) = (parameters[0], parameters[1])
      mean = .product([Factor(count), Factor(chance, sign: .dot)])
      variance = .product([
        Factor(count), Factor(chance, sign: .dot), Factor(.sum([one, .negated(chance)]), sign: .dot),
      ])
    case ("Bernoulli", 1), ("Ber", 1), ("Bern", 1):
      mean = parameters[0]
      variance = .product([Factor(parameters[0]), Factor(.sum([one, .negated(parameters[0])]), sign: .dot)])
    case ("Poisson", 1), ("Pois", 1), ("Poi", 1):
      mean = parameters[0]
      variance = parameters[0]
    case ("U", 2), ("Uniform", 2), ("Unif", 2):
      // U(1, 6) may mean a die.
      let width = MathExpression.sum([parameters[1], .negated(parameters[0])])
      guard parameters != [.integer(1), .integer(6)] else { return nil }
      mean = .fraction(.sum(parameters), .integer(2))
      variance = .fraction(.power(width, .integer(2)), .integer(12))
    default: return nil
    }
  }
}

extension MathExpression {
  /// The name and the parameters of `\text{Bin}(10, 0.3)`, which reads as a call or as a product with a list.
  fileprivate var nameAndParameters: (String, [MathExpression])? {
    switch self {
    case .application(let symbol, let arguments) where symbol.subscripts.isEmpty:
      return (symbol.base, arguments)
    case .product(let factors) where factors.count == 2:
      guard case .symbol(let symbol) = factors[0].expression, symbol.subscripts.isEmpty else { return nil }
      if case .vector(let items) = factors[1].expression { return (symbol.base, items) }
      return (symbol.base, [factors[1].expression])
    default: return nil
    }
  }
}

extension Derivation {
  /// Notes the distribution of a statement such as `X \sim \text{Bin}(10, 0.3)`.
  mutating func noteDistribution(_ statement: Statement) {
    guard statement.relations.map(\.kind) == [.distributed], statement.sides.count == 2,
      case .symbol(let variable) = statement.sides[0].expression
    else { return }
    environment.distributions[variable.name] = NamedDistribution(statement.sides[1].expression)
  }

  /// The verdict on the mean or the variance of a variable with a named distribution; nil for all other statements.
  func distributionVerdict(
    _ left: MathExpression, _ right: MathExpression, _ relation: Relation.Kind
  ) -> Verdict? {
    guard !environment.distributions.isEmpty, let (kind, arguments) = left.probabilityParts,
      arguments.count == 1,
      case .symbol(let variable) = arguments[0], let distribution = environment.distributions[variable.name]
    else { return nil }
    let expected: MathExpression
    switch kind {
    case .expectation: expected = distribution.mean
    case .variance: expected = distribution.variance
    case .deviation: expected = .root(distribution.variance, degree: nil)
    case .probability, .covariance: return nil
    }
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
