import Formulas

/// Pairs, cosets, rings and other objects that have no arithmetic of numbers.
extension Conviction {
  /// The doubt about a step with spaces, pairs or cosets.
  func pairOrCosetDoubt(about step: JudgedStep, _ sides: [MathExpression]) -> Doubt? {
    if sides.contains(where: \.addsNamedSpace) { return .unknown("the sum with a space") }
    if notations.identifiesPairs || !notations.pairOperations.isEmpty, let a = step.leftValue,
      let b = step.rightValue, a.shape != b.shape
    {
      return .unknown("the number for a pair")
    }
    if notations.identifiesPairs, notations.pairOperations.isEmpty, sides.contains(where: \.hasProductOfLists)
    {
      return .unknown("the product of pairs")
    }
    if notations.divisors.contains(where: { part in sides.allSatisfy { $0.hasCoset(of: part) } }) {
      return .unknown("the cosets")
    }
    return nil
  }

  /// The doubt about a step that may be an equation modulo a number, of points or of sets.
  func otherArithmeticDoubt(about step: JudgedStep, _ comparison: JudgedStep.Comparison) -> Doubt? {
    let sides = [comparison.left, comparison.right]
    if notations.speaksOfCongruences, step.relation == .equals, comparison.right.isWrittenNumber,
      comparison.right == .integer(0) || comparison.left.contains(where: \.isPower)
    {
      return .unknown("the modulus")
    }
    if notations.speaksOfFiniteRings,
      sides.allSatisfy(\.isOfSmallIntegers) || sides.contains(where: \.hasPowerOfOrder)
    {
      return .unknown("the modulus")
    }
    if notations.speaksOfHomogeneousCoordinates, sides.allSatisfy(\.isColumn) {
      return .unknown("homogeneous coordinates")
    }
    if notations.speaksOfComplements, sides.contains(where: \.hasComplement) {
      return .unknown("a complement")
    }
    return nil
  }
}

extension MathExpression {
  fileprivate var isPower: Bool { if case .power = self { true } else { false } }

  /// Whether the expression has the name of a space that belongs to a map: range T, ker f.
  fileprivate var addsNamedSpace: Bool {
    contains { node in
      guard case .product(let factors) = node else { return false }
      return zip(factors, factors.dropFirst()).contains { factor, next in
        guard case .symbol(let symbol) = factor.expression, next.sign == .juxtaposed else { return false }
        return Self.spaces.contains(symbol.base.lowercased())
      }
    }
  }

  /// Whether the expression has a coset of a subgroup H or a subspace U: aH, v + U.
  fileprivate func hasCoset(of part: MathSymbol) -> Bool {
    contains { node in
      switch node {
      case .product(let factors):
        factors.last.map { $0.sign == .juxtaposed && $0.expression == .symbol(part) } ?? false
      case .sum(let terms): terms.last == .symbol(part)
      default: false
      }
    }
  }

  private static let spaces: Set<String> = [
    "range", "ran", "ker", "kernel", "im", "image", "img", "span", "null", "row", "col", "coker", "bild",
    "kern",
  ]

  /// Whether the expression is a calculation with whole numbers below ten.
  fileprivate var isOfSmallIntegers: Bool {
    symbols.isEmpty && literals.allSatisfy { $0.isInteger && $0.doubleValue < 10 }
  }

  /// Whether an exponent is the order of a finite field or one less, with the usual letters p and q: x^q, x^{q − 1}.
  fileprivate var hasPowerOfOrder: Bool {
    let orders = ["p", "q"].map { MathExpression.symbol(MathSymbol($0)) }
    return contains { node in
      guard case .power(_, let exponent) = node else { return false }
      return orders.contains { order in
        exponent == order || exponent == .sum([order, .negated(.integer(1))])
      }
    }
  }

  /// Whether the expression is a list of letters or a matrix with one column.
  fileprivate var isColumn: Bool {
    switch self {
    case .vector(let items): items.count > 2
    case .matrix(let rows): rows.count > 2 && rows.allSatisfy { $0.count == 1 }
    default: false
    }
  }

  /// Whether a capital has C or c for its exponent: A^C.
  fileprivate var hasComplement: Bool {
    contains { node in
      guard case .power(_, .symbol(let mark)) = node else { return false }
      return mark.name == "C" || mark.name == "c"
    }
  }
}
