import ElementaryNumerics

/// Decides the chain rule for letters without a definition: dz/dt = ∂z/∂x dx/dt + ∂z/∂y dy/dt.
struct LeibnizTest {
  let left: MathExpression
  let right: MathExpression

  /// True or false for a chain rule; nil for all other statements.
  var holds: Bool? {
    guard let whole = Slope(left), let terms = right.slopeTerms else { return nil }
    return terms.count == 1 ? single(whole, terms[0]) : several(whole, terms)
  }

  /// One term: every dy/dx is the quotient of two rates, so that dy/dx = dy/du · du/dx and dy/dx = (dy/dt)/(dx/dt).
  private func single(_ whole: Slope, _ factors: [SlopeFactor]) -> Bool? {
    let isTotal = whole.isTotal && factors.allSatisfy({ $0.slope.isTotal })
    guard factors.count == 2 || factors.count == 1 && factors[0].isInverted else { return nil }
    if !isTotal, !(factors.count == 2 && factors.allSatisfy { !$0.isInverted }) { return nil }
    var exponents: [String: Int] = [:]
    for factor in factors {
      exponents[factor.slope.above, default: 0] += factor.isInverted ? -1 : 1
      exponents[factor.slope.below, default: 0] -= factor.isInverted ? -1 : 1
    }
    exponents[whole.above, default: 0] -= 1
    exponents[whole.below, default: 0] += 1
    if exponents.values.allSatisfy({ $0 == 0 }) { return true }
    // A relation between the speeds of other quantities is a law of nature and no rule.
    let letters = Set(factors.flatMap { [$0.slope.above, $0.slope.below] })
    return factors.count == 2 && letters.count == 3 && letters.contains(whole.above)
      && letters.contains(whole.below)
      ? false : nil
  }

  /// A sum over the letters through which the upper one depends on the lower one.
  private func several(_ whole: Slope, _ terms: [[SlopeFactor]]) -> Bool? {
    var between: Set<String> = []
    var wrong = 0
    for factors in terms {
      guard factors.count <= 2, factors.allSatisfy({ !$0.isInverted }) else { return nil }
      if factors.count == 1 {
        let slope = factors[0].slope
        guard slope.above == whole.above, slope.below == whole.below, !slope.isTotal, whole.isTotal else {
          return nil
        }
        continue
      }
      let orders = [(factors[0].slope, factors[1].slope), (factors[1].slope, factors[0].slope)]
      let link = orders.first { outer, inner in
        outer.above == whole.above && inner.below == whole.below && outer.below == inner.above
      }
      if let link, between.insert(link.0.below).inserted { continue }
      // A term with the right letters at wrong places.
      let letters = Set(factors.flatMap { [$0.slope.above, $0.slope.below] })
      guard letters.contains(whole.above), letters.count == 3 else { return nil }
      wrong += 1
    }
    if between.isEmpty { return nil }
    return wrong == 0 ? true : wrong == 1 ? false : nil
  }

  /// A first derivative of a letter by another letter.
  fileprivate struct Slope {
    let above: String
    let below: String
    let isTotal: Bool

    init?(_ expression: MathExpression) {
      guard case .derivative(let derivative) = expression, derivative.order == 1,
        derivative.variables.count == 1,
        case .symbol(let above) = derivative.subject, case .symbol(let below) = derivative.variables[0],
        derivative.notation != .nabla, above != below, above.timeIndex == nil
      else { return nil }
      self.above = above.name
      self.below = below.name
      isTotal = derivative.notation == .total
    }
  }

  fileprivate struct SlopeFactor {
    var slope: Slope
    var isInverted: Bool
  }
}

extension MathExpression {
  /// The factors of each term, if the expression is a sum of products and quotients of slopes.
  fileprivate var slopeTerms: [[LeibnizTest.SlopeFactor]]? {
    let terms = if case .sum(let terms) = self { terms } else { [self] }
    let factors = terms.map({ $0.slopeFactors })
    return factors.contains { $0 == nil } ? nil : factors.compactMap { $0 }
  }

  private var slopeFactors: [LeibnizTest.SlopeFactor]? {
    if let slope = LeibnizTest.Slope(self) { return [.init(slope: slope, isInverted: false)] }
    switch self {
    case .product(let factors):
      var found: [LeibnizTest.SlopeFactor] = []
      for factor in factors {
        guard var inner = factor.expression.slopeFactors else { return nil }
        if factor.sign == .division { for position in inner.indices { inner[position].isInverted.toggle() } }
        found += inner
      }
      return found
    case .fraction(let above, let below):
      guard let upper = above == .integer(1) ? [] : above.slopeFactors, var lower = below.slopeFactors else {
        return nil
      }
      for position in lower.indices { lower[position].isInverted.toggle() }
      return upper + lower
    default: return nil
    }
  }
}

extension Derivation {
  /// The verdict on a chain rule between letters that the text does not define; nil for other statements.
  func chainRuleVerdict(_ left: MathExpression, _ right: MathExpression, _ relation: Relation.Kind)
    -> Verdict?
  {
    guard relation == .equals, let holds = LeibnizTest(left: left, right: right).holds else { return nil }
    return holds ? .holds : .fails(Discrepancy(.identity, left: nil, right: nil).certain)
  }
}
