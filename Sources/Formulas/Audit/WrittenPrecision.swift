/// The precision to which a side of a step states its value.
package struct WrittenPrecision {
  /// Half a unit of the last digit, for every component; nil if the side is not a written value.
  package let halfUnits: [MathScalar]?

  package init(_ expression: MathExpression, relation: Relation.Kind) {
    halfUnits = Self.halfUnits(of: expression, rounded: relation == .approximates)
  }

  private static func halfUnits(of expression: MathExpression, rounded: Bool) -> [MathScalar]? {
    switch expression {
    case .number(let number):
      return [number.isInteger ? (rounded ? number.halfUnitOfDigits : .zero) : number.halfUnit]
    case .negated(let inner): return halfUnits(of: inner, rounded: rounded)
    case .vector(let items): return all(items, rounded: rounded)
    case .matrix(let rows): return all(rows.flatMap { $0 }, rounded: rounded)
    case .power: return powerOfTen(expression) == nil ? nil : [.zero]
    case .product(let factors):
      guard factors.count == 2, factors[1].sign != .division,
        case .number(let mantissa) = factors[0].expression,
        let exponent = powerOfTen(factors[1].expression)
      else { return nil }
      return [mantissa.halfUnit * MathScalar(Rational(10)).raised(to: MathScalar(Rational(exponent)))]
    default: return nil
    }
  }

  private static func all(_ items: [MathExpression], rounded: Bool) -> [MathScalar]? {
    var result: [MathScalar] = []
    for item in items {
      guard let half = halfUnits(of: item, rounded: rounded), half.count == 1 else { return nil }
      result += half
    }
    return result
  }

  private static func powerOfTen(_ expression: MathExpression) -> Int? {
    guard case .power(.number(let ten), let exponent) = expression, ten.text == "10" else { return nil }
    switch exponent {
    case .number(let number): return MathScalar(number).integer
    case .negated(.number(let number)): return MathScalar(number).integer.map { -$0 }
    default: return nil
    }
  }

  /// Whether two values agree in every component within the written precision.
  package func accepts(_ left: MathValue, _ right: MathValue) -> Bool {
    guard left.hasSameNumbers(as: right) else { return false }
    for (position, (a, b)) in zip(left.scalars, right.scalars).enumerated() {
      let half = halfUnits.map { position < $0.count ? $0[position] : .zero } ?? .zero
      if !Self.agree(a, b, within: half) { return false }
    }
    return true
  }

  /// Whether two numbers are at most `half` apart. The comparison is exact if both are fractions.
  static func agree(_ a: MathScalar, _ b: MathScalar, within half: MathScalar) -> Bool {
    if let left = a.exact, let right = b.exact, let difference = left.subtracting(right),
      let half = half.exact, let answer = difference.magnitude.isAtMost(half)
    {
      return answer
    }
    guard a.value.isFinite, b.value.isFinite else { return a.value == b.value }
    let slack =
      2e-14 * max(a.value.magnitude, b.value.magnitude) + 4 * (a.uncertainty + b.uncertainty)
    return (a.value - b.value).magnitude <= half.value * (1 + 1e-9) + slack
  }
}

extension MathValue {
  /// Whether the shapes agree; a matrix of one row counts as a vector.
  package func hasSameNumbers(as other: MathValue) -> Bool { flatShape == other.flatShape }

  private var flatShape: MathShape {
    if case .matrix(let rows) = self, rows.count == 1 { return .vector(rows[0].count) }
    return shape
  }
}

extension MathExpression {
  /// Whether the expression is a finished result: a written constant, or a vector or matrix of constants.
  package var isWrittenValue: Bool { WrittenPrecision(self, relation: .equals).halfUnits != nil }

  /// Whether the expression is an exact number that a text may give as it is, in lowest terms: −3, 7/5, √5, 3π/4. A
  /// quotient such as 8/2 is a calculation.
  package var isGivenValue: Bool {
    switch self {
    case .number(let number): number.isInteger
    case .symbol(let symbol): symbol.name == "π"
    case .negated(let inner): inner.isGivenValue
    case .fraction(let above, let below): Self.isInLowestTerms(above, below)
    case .root(let radicand, _): radicand.isGivenValue && !isWhole
    case .product(let factors):
      if factors.count == 2, factors[1].sign == .division {
        Self.isInLowestTerms(factors[0].expression, factors[1].expression)
      } else {
        factors.count == 2 && factors[1].sign == .juxtaposed
          && factors.allSatisfy { $0.expression.isGivenValue } && contains { $0 == .symbol(MathSymbol("π")) }
      }
    default: false
    }
  }

  /// Whether the value of the expression is a whole number.
  private var isWhole: Bool {
    var evaluator = FormulaEvaluator(FormulaEnvironment())
    guard case .scalar(let value)? = try? evaluator.value(of: self) else { return false }
    return value.value.rounded() == value.value
  }

  private static func isInLowestTerms(_ above: MathExpression, _ below: MathExpression) -> Bool {
    guard case .number(let one) = above, case .number(let other) = below,
      let one = MathScalar(one).integer, let other = MathScalar(other).integer
    else { return above.isGivenValue && below.isGivenValue && !MathExpression.fraction(above, below).isWhole }
    return Rational(Int128(one), Int128(other)).map { $0.denominator == Int128(other) } ?? false
  }
}
