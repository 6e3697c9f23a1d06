/// The small changes of a side.
extension NearMiss {
  /// Every expression that differs from this one by one small change.
  static func changes(of expression: MathExpression) -> [MathExpression] {
    var found = ownChanges(of: expression)
    let children = expression.children
    for (position, child) in children.enumerated() {
      for change in changes(of: child) { found.append(expression.replacingChild(position, by: change)) }
    }
    return found
  }

  /// The sum with a factor before each product of different letters: the 2 of 2ab + 2bc + 2ca.
  private static func multiplyingMixedTerms(of terms: [MathExpression], by factor: Int) -> MathExpression? {
    let isMixed = terms.map { term in
      guard case .product(let factors) = term else { return false }
      return factors.count >= 2
        && factors.allSatisfy { if case .symbol = $0.expression { true } else { false } }
    }
    guard isMixed.count(where: { $0 }) >= 2 else { return nil }
    return .sum(
      zip(terms, isMixed).map { $1 ? .product([Factor(.integer(factor)), Factor($0, sign: .dot)]) : $0 })
  }

  private static func ownChanges(of expression: MathExpression) -> [MathExpression] {
    let two = MathExpression.integer(2)
    var found: [MathExpression] = [
      .product([Factor(two), Factor(expression, sign: .dot)]), .fraction(expression, two),
      .negated(expression),
    ]
    switch expression {
    case .number(let number):
      guard number.isInteger, let whole = MathScalar(number).integer, whole < 1_000 else { return found }
      found += [1, -1, 2, -2].map { .integer(whole + $0) }
    case .symbol:
      found += [
        .power(expression, two), .sum([expression, .integer(1)]), .sum([expression, .integer(-1)]),
        .fraction(.integer(1), expression),
      ]
    case .sum(let terms):
      if terms.count > 3 { found += [2, 3].compactMap { Self.multiplyingMixedTerms(of: terms, by: $0) } }
      if terms.count > 2 {
        for position in terms.indices {
          var rest = terms
          rest.remove(at: position)
          found.append(.sum(rest))
        }
      } else {
        found += terms
        found.append(.product(terms.map { Factor($0, sign: .dot) }))
      }
    case .product(let factors) where factors.count > 1:
      if factors.count == 2, factors[0].expression == two, factors[1].sign != .division {
        found.append(.power(two, factors[1].expression))
      }
      if factors.count == 2, factors[1].sign != .division {
        found.append(.sum(factors.map { $0.expression }))
      }
      for position in factors.indices {
        var rest = factors
        rest.remove(at: position)
        if position == 0, rest[0].sign == .division { continue }
        found.append(FormulaParser.product(rest))
      }
    case .power(.sum(let terms), two) where terms.count == 2:
      // (a − b)² for (a − b)(a + b).
      found += [.sum(terms), .product([Factor(.sum(terms)), Factor(.sum([terms[0], .negated(terms[1])]))])]
    case .root(let base, let degree):
      found += [base, .root(base, degree: degree == nil ? .integer(3) : nil)]
    case .power(let base, _): found.append(base)
    case .function(let function, let arguments):
      if let other = function.confused { found.append(.function(other, arguments)) }
      if function == .binomial, arguments.count == 2 {
        for (above, below) in [(-1, 0), (1, 0), (0, -1), (0, 1), (-1, 1), (1, 1), (-1, -1)] {
          found.append(
            .function(
              function, zip(arguments, [above, below]).map { $1 == 0 ? $0 : .sum([$0, .integer($1)]) }))
        }
      }
      found.append(.power(expression, two))
    case .fraction(let above, let below): found.append(.fraction(below, above))
    case .absolute: found += [.power(expression, two), .root(expression, degree: nil)]
    default: break
    }
    return found
  }
}

extension ElementaryFunction {
  /// The function that texts often confuse with this one.
  fileprivate var confused: ElementaryFunction? {
    switch self {
    case .sine: .cosine
    case .cosine: .sine
    case .hyperbolicSine: .hyperbolicCosine
    case .hyperbolicCosine: .hyperbolicSine
    case .maximum: .minimum
    case .minimum: .maximum
    default: nil
    }
  }
}
