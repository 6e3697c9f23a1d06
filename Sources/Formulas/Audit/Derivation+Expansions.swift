/// Expansions near a point: sin x ≈ x − x³/6 and eˣ = 1 + x + O(x²).
extension Derivation {
  /// The verdict on a polynomial that is said to approximate a function: whether both agree at zero up to its degree.
  func approximation(_ left: MathExpression, _ right: MathExpression) -> Verdict? {
    let names = environment.freeQuantities(of: left)
    guard names.count == 1, environment.freeQuantities(of: right) == names,
      case .symbol(let variable)? = left.quantity(named: names[0]),
      let degree = right.degree(in: variable), degree >= 1, right.literals.allSatisfy({ $0.isInteger }),
      left.degree(in: variable) == nil
    else { return nil }
    if let (moved, expansion) = Self.moved(left, right, variable) { return approximation(moved, expansion) }
    let test = ApproximationTest(environment: environment)
    // If the sides do not agree at zero, the text may mean another point.
    guard let touches = test.agrees(left, right, in: variable, order: 1) else { return nil }
    if !touches {
      return environment.topics.contains(.smallValues)
        ? claimed(Discrepancy(.expansion(order: degree), left: nil, right: nil)) : nil
    }
    guard let agrees = test.agrees(left, right, in: variable, order: degree + 1) else { return nil }
    return agrees ? .holds : .fails(Discrepancy(.expansion(order: degree), left: nil, right: nil).certain)
  }

  /// Both sides with the point of a polynomial in x − a as the origin: √x ≈ 1 + (x − 1)/2. Nil for other polynomials.
  static func moved(
    _ left: MathExpression, _ right: MathExpression, _ variable: MathSymbol
  ) -> (MathExpression, MathExpression)? {
    let letter = MathExpression.symbol(variable)
    var distances: Set<MathExpression> = []
    right.visit { node in
      if case .sum(let terms) = node, terms.count == 2, terms[0] == letter, terms[1].isWrittenNumber {
        distances.insert(node)
      }
    }
    guard distances.count == 1, let distance = distances.first, case .sum(let terms) = distance else {
      return nil
    }
    let step = MathExpression.symbol(MathSymbol("step"))
    let expansion = right.replacing { $0 == distance ? step : nil }
    guard !expansion.symbols.contains(variable) else { return nil }
    let place: MathExpression = if case .negated(let number) = terms[1] { number } else { .negated(terms[1]) }
    return (left.replacing { $0 == letter ? .sum([place, step]) : nil }, expansion)
  }

  /// The verdict on `e^x = 1 + x + O(x^2)`.
  func expansion(_ left: MathExpression, _ right: MathExpression) -> Verdict? {
    guard case .sum(let terms) = right else { return nil }
    let rest = terms.filter { $0.orderOfRemainder == nil && $0 != Ellipsis.symbol }
    guard let remainder = terms.lazy.compactMap({ $0.orderOfRemainder }).first ?? openEnd(of: terms, left)
    else { return nil }
    // An expansion is meant for every value near zero, also if the text has given the variable a value.
    var environment = environment
    environment.forgetValue(of: remainder.variable)
    let names = environment.freeQuantities(of: left)
    guard names.contains(remainder.variable.name) else { return nil }
    var drawn = environment
    if names.count > 1 {
      drawn = IdentityTest(seed: seed).drawn(
        5, environment, QuantityDomains([left, right], in: environment), .scalars)
    }
    let test = ApproximationTest(environment: drawn)
    guard
      let agrees = test.agrees(
        left, FormulaParser.joined(rest), in: remainder.variable, order: remainder.order)
    else { return nil }
    return agrees
      ? .holds : .fails(Discrepancy(.expansion(order: remainder.order - 1), left: nil, right: nil).certain)
  }

  /// The first power of the variable that a polynomial with `+ …` at its end leaves out.
  private func openEnd(
    of terms: [MathExpression], _ left: MathExpression
  ) -> (variable: MathSymbol, order: Int)? {
    guard terms.count >= 4, terms.last == Ellipsis.symbol || terms.last == .negated(Ellipsis.symbol) else {
      return nil
    }
    let rest = MathExpression.sum(Array(terms.dropLast()))
    let names = Set(rest.symbols.filter { !MathConstants.isConstant($0) }.map({ $0.name })).sorted()
    guard names.count == 1, case .symbol(let variable)? = rest.quantity(named: names[0]),
      left.degree(in: variable) == nil, let degree = rest.degree(in: variable), degree >= 2
    else { return nil }
    return (variable, degree + 1)
  }
}

extension MathExpression {
  /// The variable and the power of a remainder such as `O(x^3)`.
  var orderOfRemainder: (variable: MathSymbol, order: Int)? {
    guard case .application(let symbol, let arguments) = self, symbol.name == "O" || symbol.name == "𝓞",
      arguments.count == 1
    else { return nil }
    switch arguments[0] {
    case .symbol(let variable): return (variable, 1)
    case .power(.symbol(let variable), .number(let number)):
      return MathScalar(number).integer.map { (variable, $0) }
    default: return nil
    }
  }
}
