import ElementaryNumerics

/// A term that is missing from a sum: the 2ab of (a + b)², the b³ of (a + b)³.
extension NearMiss {
  /// The side with the product of powers that the difference of both sides is; empty if the difference is something else.
  func missingMonomial(
    in side: MathExpression, _ other: MathExpression, _ wanted: [(FormulaEnvironment, ComplexValue)]
  ) -> [MathExpression] {
    guard unit == nil, case .sum(let terms) = side, let degree = side.commonDegree, degree >= 2,
      let place = wanted.first?.0
    else { return [] }
    let letters = Set(side.symbols + other.symbols).filter { !MathConstants.isConstant($0) }
      .sorted { $0.name < $1.name }
    guard (2...4).contains(letters.count), letters.allSatisfy({ environment.value(of: .symbol($0)) == nil })
    else {
      return []
    }
    func difference(doubling letter: MathSymbol?) -> Double? {
      var moved = place
      for symbol in letters {
        guard case .scalar(let number)? = place.random?.value(of: symbol) else { return nil }
        let factor = symbol == letter ? 2.0 : 1.0
        moved.assign(.scalar(MathScalar(number.value.magnitude * factor)), to: .symbol(symbol))
      }
      var (first, second) = (FormulaEvaluator(moved), FormulaEvaluator(moved))
      guard case .scalar(let a)? = try? first.value(of: other),
        case .scalar(let b)? = try? second.value(of: side)
      else { return nil }
      let result = a.value - b.value
      return result.isFinite ? result : nil
    }
    guard let base = difference(doubling: nil), base != 0 else { return [] }
    var coefficient = base
    var powers: [MathExpression] = []
    var total = 0
    for letter in letters {
      guard let doubled = difference(doubling: letter), doubled / base > 0 else { return [] }
      let exponent = RealFunctions.log(doubled / base) / RealFunctions.log(2)
      let whole = exponent.rounded()
      guard (exponent - whole).magnitude < 1e-9, (0...6).contains(whole),
        case .scalar(let number)? = place.random?.value(of: letter)
      else { return [] }
      total += Int(whole)
      for _ in 0..<Int(whole) { coefficient /= number.value.magnitude }
      if whole == 1 { powers.append(.symbol(letter)) }
      if whole > 1 { powers.append(.power(.symbol(letter), .integer(Int(whole)))) }
    }
    let size = coefficient.rounded()
    guard total == degree, size != 0, size.magnitude <= 12, (coefficient - size).magnitude < 1e-8 else {
      return []
    }
    return [.sum(terms + [.monomial(Int(size), powers)])]
  }
}

extension MathExpression {
  /// The degree of a sum of two or more products of letters, if it is the same for all of them; nil for other expressions.
  fileprivate var commonDegree: Int? {
    guard case .sum(let terms) = self, terms.count >= 2 else { return nil }
    let degrees = Set(terms.map({ $0.degreeOfProduct }))
    return degrees.count == 1 ? degrees.first ?? nil : nil
  }

  /// The product of a number other than 0 and of powers, as one writes it: without the factor 1.
  fileprivate static func monomial(_ coefficient: Int, _ powers: [MathExpression]) -> MathExpression {
    if coefficient < 0 { return .negated(monomial(-coefficient, powers)) }
    let factors = (coefficient == 1 ? [] : [.integer(coefficient)]) + powers
    return factors.count == 1 ? factors[0] : .product(factors.map { Factor($0, sign: .dot) })
  }

  private var degreeOfProduct: Int? {
    switch self {
    case .number: return 0
    case .symbol: return 1
    case .negated(let inner): return inner.degreeOfProduct
    case .power(.symbol, .number(let number)): return MathScalar(number).integer
    case .product(let factors):
      var total = 0
      for factor in factors {
        guard factor.sign != .division, let degree = factor.expression.degreeOfProduct else { return nil }
        total += degree
      }
      return total
    default: return nil
    }
  }
}
