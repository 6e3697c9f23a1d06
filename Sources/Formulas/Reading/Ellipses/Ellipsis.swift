/// Reads `1 + 2 + \cdots + n` and `1 \cdot 2 \cdots n` as sums and products over an index.
enum Ellipsis {
  static let symbol = MathExpression.symbol(MathSymbol("…"))

  /// The sum that the terms stand for; nil if there is no ellipsis, or the terms show no rule.
  static func sum(_ terms: [MathExpression]) -> MathExpression? {
    reduction(terms.map(unsigned), .sum)
  }

  /// The product that the factors stand for; nil if there is no ellipsis, or the factors show no rule.
  static func product(_ factors: [Factor]) -> MathExpression? {
    guard !factors.contains(where: { $0.sign == .division || $0.sign == .hadamard }) else { return nil }
    return reduction(factors.map { $0.expression }, .product)
  }

  /// The term without a minus before an ellipsis: the sign belongs to the terms around it.
  private static func unsigned(_ term: MathExpression) -> MathExpression {
    term == .negated(symbol) ? symbol : term
  }

  private static func reduction(
    _ terms: [MathExpression], _ operation: MathExpression.Reduction.Operation
  ) -> MathExpression? {
    guard let gap = terms.firstIndex(of: symbol), terms.lastIndex(of: symbol) == gap, gap >= 2 else {
      return nil
    }
    let after = terms[(gap + 1)...]
    // Two terms show a rule only if the last term is given too.
    guard gap >= 3 || !after.isEmpty, let signs = Signs(terms[..<gap]),
      let pattern = TermPattern(terms[..<gap].map(Signs.magnitude))
    else { return nil }
    var upper = MathExpression.symbol(MathSymbol("∞"))
    if let last = after.last.map(Signs.magnitude) {
      guard let number = pattern.number(of: last) else { return nil }
      upper = number
    } else if operation == .product {
      return nil
    }
    return .reduction(
      MathExpression.Reduction(
        operation: operation, index: TermPattern.index, lower: .integer(0), upper: upper,
        body: signs.applied(to: pattern.term)))
  }
}

/// The signs of the terms before an ellipsis: all equal, or alternating.
private struct Signs {
  private let startsNegative: Bool
  private let alternates: Bool

  init?(_ terms: ArraySlice<MathExpression>) {
    let negative = terms.map { if case .negated = $0 { true } else { false } }
    startsNegative = negative[0]
    alternates = negative.count > 1 && negative[1] != negative[0]
    for (position, sign) in negative.enumerated()
    where sign != (startsNegative != (alternates && position % 2 == 1)) {
      return nil
    }
  }

  /// A term without its sign, which may be a minus or a factor (−1)ⁿ.
  static func magnitude(_ term: MathExpression) -> MathExpression {
    switch term {
    case .negated(let inner): return inner
    case .product(let factors):
      guard factors.count > 1, case .power(.negated(.number(let one)), _) = factors[0].expression,
        one.text == "1"
      else { return term }
      return FormulaParser.product(Array(factors.dropFirst()))
    default: return term
    }
  }

  func applied(to term: MathExpression) -> MathExpression {
    let signed = startsNegative ? MathExpression.negated(term) : term
    guard alternates else { return signed }
    let sign = MathExpression.power(.integer(-1), .symbol(TermPattern.index))
    return .product([Factor(sign), Factor(signed, sign: .dot)])
  }
}
