import Formulas

/// Rules that look like the distributive law and are wrong: √(a + b) = √a + √b, log(a/b) = log a / log b.
extension MathExpression {
  /// Whether one side follows from the other by a function that is applied to each term or factor.
  func followsByFalseRule(_ other: MathExpression) -> Bool {
    let (one, two) = (canonical, other.canonical)
    return falseExpansions.contains { $0.canonical == two }
      || other.falseExpansions.contains { $0.canonical == one }
  }

  /// The expression with one function applied to each part of its argument.
  private var falseExpansions: [MathExpression] {
    var found = ownFalseExpansions
    for (position, child) in children.enumerated() {
      for change in child.falseExpansions { found.append(replacingChild(position, by: change)) }
    }
    return found
  }

  private var ownFalseExpansions: [MathExpression] {
    switch self {
    case .root(.sum(let terms), let degree): return [Self.applied(to: terms) { .root($0, degree: degree) }]
    case .function(let function, let arguments) where Self.curved.contains(function) && arguments.count == 1:
      switch arguments[0] {
      case .sum(let terms): return [Self.applied(to: terms) { .function(function, [$0]) }]
      case .fraction(let above, let below) where Self.logarithms.contains(function):
        return [.fraction(.function(function, [above]), .function(function, [below]))]
      case .product(let factors) where Self.logarithms.contains(function):
        return [.product(factors.map { Factor(.function(function, [$0.expression]), sign: $0.sign) })]
      default: return []
      }
    case .sum(let terms) where terms.count == 2:
      guard case .fraction(let a, let b) = terms[0], case .fraction(let c, let d) = terms[1] else {
        return []
      }
      return [
        .fraction(.sum([a, c]), .product([Factor(b), Factor(d)])), .fraction(.sum([a, c]), .sum([b, d])),
      ]
    case .fraction(let above, .sum(let terms)) where above.isWrittenNumber:
      return [Self.applied(to: terms) { .fraction(above, $0) }]
    default: return []
    }
  }

  private static func applied(
    to terms: [MathExpression], _ function: (MathExpression) -> MathExpression
  ) -> MathExpression {
    .sum(
      terms.map { term in
        if case .negated(let inner) = term { .negated(function(inner)) } else { function(term) }
      })
  }

  private static let logarithms: Set<ElementaryFunction> = [
    .naturalLogarithm, .binaryLogarithm, .decimalLogarithm,
  ]
  private static let curved: Set<ElementaryFunction> = logarithms.union([
    .squareRoot, .exponential, .sine, .cosine, .tangent,
  ])
}
