import Formulas

/// Finds notation in an expression whose meaning is too uncertain to call a step wrong.
struct NotationDoubts {
  let environment: FormulaEnvironment
  let notations: DocumentNotations
  /// Whether the sides were compared with i as the imaginary unit.
  let isDecidedAsComplex: Bool
  /// Whether both sides have a value, so that their letters are known.
  let hasValues: Bool
  /// The indices of the enclosing sums.
  private var bound: Set<String> = []
  /// Whether a small change makes the sides equal.
  let isRepaired: Bool

  init(
    environment: FormulaEnvironment, notations: DocumentNotations, isDecidedAsComplex: Bool, isRepaired: Bool,
    hasValues: Bool
  ) {
    self.environment = environment
    self.notations = notations
    self.isDecidedAsComplex = isDecidedAsComplex
    self.isRepaired = isRepaired
    self.hasValues = hasValues
  }

  /// The first doubt about two sides.
  func doubt(
    about left: MathExpression, _ right: MathExpression, isComparison: Bool
  ) -> Doubt? {
    let hasFree = [left, right].contains { !environment.freeQuantities(of: $0).isEmpty }
    if notations.hasHypotheses, hasFree, !isComparison, left.restsOnHypotheses || right.restsOnHypotheses {
      return .hypothesis
    }
    if left.isDividedTwice || right.isDividedTwice { return .unknown("a division of a quotient") }
    if hasUncertainSum(left, right) { return .unknown("the range of a sum") }
    let isNumeric = left.isPlainlyNumeric && right.isPlainlyNumeric
    let names = Set((left.symbols + right.symbols).map(\.name))
    var doubt = first(in: left, names: names) ?? first(in: right, names: names)
    if doubt == nil, left.usesEulerAsLetter(isNumeric) || right.usesEulerAsLetter(isNumeric) {
      doubt = .unknown("e")
    }
    return doubt
  }

  /// Whether the range of a sum is uncertain, in the sides or in the definitions that they use.
  func hasUncertainSum(_ left: MathExpression, _ right: MathExpression) -> Bool {
    let bodies = [left, right] + environment.bodies(reachableFrom: [left, right])
    return bodies.contains { $0.hasIndexBehindSum }
  }

  /// The first doubt in an expression. A call or derivative with a given value needs no look inside.
  private func first(in node: MathExpression, names: Set<String>) -> Doubt? {
    if let doubt = doubt(about: node, names: names) { return doubt }
    if node.isCall, environment.value(of: node) != nil { return nil }
    var inner = self
    if case .reduction(let reduction) = node, let index = reduction.index { inner.bound.insert(index.name) }
    if node.isShiftedDeterminant { inner.bound.insert("E") }
    for child in node.children {
      if let doubt = inner.first(in: child, names: names) { return doubt }
    }
    return nil
  }

  private func doubt(about node: MathExpression, names: Set<String>) -> Doubt? {
    switch node {
    case .symbol(let symbol) where symbol.isNumberSet: return .unknown("the set \(symbol.name)")
    case .symbol(let symbol): return self.doubt(about: symbol, names: names)
    case .application(let symbol, _):
      if ["o", "O", "Ω", "Θ", "ω"].contains(symbol.base) { return .unknown(symbol.name) }
      let plain = symbol.with(labels: [])
      if symbol.base == "δ", environment.functions["δ"] == nil { return .unknown("δ") }
      if symbol.base == "σ", environment.functions[plain.name] == nil, !notations.speaksOfSigmoid {
        return .unknown("σ")
      }
      if (environment.functions[plain.name] ?? environment.functions[symbol.name]) != nil
        || ElementaryFunction.builtin(plain) != nil
      {
        return nil
      }
      return environment.value(of: node) == nil ? .unknown(symbol.name) : nil
    case .derivative(let derivative):
      if derivative.subject.contains(where: { if case .derivative = $0 { true } else { false } }) {
        return .unknown("a derivative inside a derivative")
      }
      if environment.value(of: node) != nil { return nil }
      if derivative.variables.contains(where: { $0.hasLetterIndex }) {
        return .unknown("a component with a letter for its index")
      }
      if let name = unknownFunction(in: derivative) { return .unknown("the derivative of \(name)") }
      if environment.hasMeaning(derivative) { return nil }
      return .unknown(node.description)
    case .absolute(let inner) where notations.speaksOfOperators && hasUnknownCapital(inner):
      return .unknown("the bars around a matrix")
    case .root(let inner, _) where isSquareMatrix(inner): return .unknown("the root of a matrix")
    case .power(.symbol(let symbol), let exponent) where symbol.name == "e" && isSquareMatrix(exponent):
      return .unknown("the exponential of a matrix")
    case .function(let function, let arguments)
    where Self.ofMatrices.contains(function) && arguments.contains(where: { isSquareMatrix($0) }):
      return .unknown("the function of a matrix")
    case .function(.conjugate, _) where !isDecidedAsComplex && !hasValues: return .imaginaryUnit
    case .opaque("argmin", _) where hasValues, .opaque("argmax", _) where hasValues,
      .opaque("set", _) where hasValues:
      return nil
    case .opaque(let name, _) where name != "component" && name != "binomial":
      return .unknown(name.isEmpty ? "an empty group" : name)
    case .power(.symbol(let symbol), let exponent)
    where environment.functions[symbol.name] != nil && exponent != .integer(2):
      return .unknown("\(symbol.name)^\(exponent)")
    case .power(.application(let symbol, _), .negated): return .unknown("\(symbol.name)^{-1}")
    case .reduction(let reduction) where reduction.index == nil && reduction.lower == nil:
      return .unknown("the range of a sum")
    case .evaluated(let node)
    where node.variable == nil && environment.freeQuantities(of: node.body).count > 1:
      return .unknown("a bracket with bounds")
    case .function(let function, let arguments)
    where [.determinant, .trace, .rank].contains(function) && !node.isShiftedDeterminant
      && arguments.contains(where: { hasUnknownMatrix($0) }):
      return .unknown("a matrix that is not written out")
    case .function(.remainder, let arguments)
    where arguments.contains(where: { !environment.freeQuantities(of: $0).isEmpty }):
      return .unknown("whole numbers without a value")
    case .integral(let integral) where wholeNumbers(in: integral.body).count > 1:
      return .unknown("whole numbers without a value")
    case .fraction where notations.hasQuotientSymbols: return .unknown("a symbol like a quotient")
    case .product(let factors): return doubt(about: factors)
    default: return nil
    }
  }

  private func doubt(about factors: [Factor]) -> Doubt? {
    // δr may be a small change of r.
    for (factor, next) in zip(factors, factors.dropFirst()) where next.sign == .juxtaposed {
      let head = if case .power(let base, _) = factor.expression { base } else { factor.expression }
      guard case .symbol(let symbol) = head, ["δ", "Δ", "∇"].contains(symbol.base),
        environment.value(of: head) == nil, !next.expression.isPlainlyNumeric
      else { continue }
      return .unknown(symbol.name)
    }
    for factor in factors {
      switch factor.sign {
      case .cross
      where factors.contains { $0.expression.symbols.contains { $0.looksLikeVector } }
        || notations.speaksOfCrossProducts && !factor.expression.symbols.isEmpty:
        return .unknown("the product of vectors")
      case .hadamard where factors.allSatisfy { isFunctionName($0.expression) }:
        return .unknown("the composition of functions")
      default: break
      }
    }
    return nil
  }

  /// The functions of a matrix that are not those of its entries.
  static let ofMatrices: Set<ElementaryFunction> = [
    .exponential, .naturalLogarithm, .squareRoot, .sine, .cosine,
  ]

  /// Whether the expression has a capital that no text has called a number.
  private func hasUnknownCapital(_ expression: MathExpression) -> Bool {
    expression.symbols.contains { symbol in
      symbol.isCapital && environment.value(of: .symbol(symbol))?.shape != .scalar
    }
  }

  /// Whether the value of the expression is a square matrix, whose functions are not those of its entries.
  private func isSquareMatrix(_ expression: MathExpression) -> Bool {
    var evaluator = FormulaEvaluator(environment)
    guard case .matrix(let rows)? = try? evaluator.value(of: expression) else { return false }
    return rows.count > 1 && rows.count == rows[0].count
  }

  /// A letter in the subject of d/dx that the document uses as a function, so that it may depend on x.
  private func unknownFunction(in derivative: MathExpression.Derivative) -> String? {
    let variable: MathSymbol?
    if case .symbol(let symbol)? = derivative.variables.first { variable = symbol } else { variable = nil }
    guard derivative.notation == .total, variable != nil || derivative.variables.isEmpty else {
      return nil
    }
    return derivative.subject.symbols.first { symbol in
      symbol != variable && notations.functions.contains(symbol.base)
        && environment.freeQuantities(of: .symbol(symbol)).contains(symbol.name)
    }?.name
  }

  /// Whether the expression contains a matrix without a value, other than the identity.
  private func hasUnknownMatrix(_ expression: MathExpression) -> Bool {
    guard expression.isUnwrittenMatrix, !environment.freeQuantities(of: expression).isEmpty else {
      return false
    }
    let capitals = expression.symbols.filter { $0.base.first?.isUppercase ?? false }
    return capitals.isEmpty
      || capitals.contains {
        $0.base != "I" && environment.value(of: .symbol($0)) == nil
          && environment.definitions[$0.name].map(\.isUnwrittenMatrix) ?? true
      }
  }

  private func isKnownMatrix(_ name: String) -> Bool {
    if case .matrix? = environment.values[name] { true } else { false }
  }

  /// The letters of whole numbers without a value; two of them may have to be different.
  private func wholeNumbers(in body: MathExpression) -> Set<String> {
    Set(
      body.symbols.filter { "mnkl".contains($0.name) && environment.value(of: .symbol($0)) == nil }.map(
        \.name))
  }

  private func isFunctionName(_ expression: MathExpression) -> Bool {
    guard case .symbol(let symbol) = expression else { return false }
    return environment.value(of: expression) == nil && !symbol.looksLikeVector
  }

  private func doubt(about symbol: MathSymbol, names: Set<String>) -> Doubt? {
    let isValued = environment.value(of: .symbol(symbol)) != nil
    if symbol.isEllipsis { return .ellipsis }
    if symbol.base.count > 1, symbol.base.contains(where: { " ?([".contains($0) }) {
      return .unknown(symbol.name)
    }
    if !isValued, !bound.contains(symbol.name) {
      if !isDecidedAsComplex, symbol.name == "i" || symbol.name == "j" { return .imaginaryUnit }
      // An identity of polynomials that a small change makes true holds for complex numbers, too.
      if !isDecidedAsComplex, !isRepaired, notations.speaksOfComplexNumbers, ["z", "w"].contains(symbol.base)
      {
        return .imaginaryUnit
      }
    }
    if !isValued, symbol.isRemark { return .unknown(symbol.name) }
    if symbol.base != "∞", !symbol.base.contains(where: \.isLetter) { return .unknown(symbol.name) }
    if notations.contradictoryNames.contains(symbol.name) { return .meaning([symbol.name]) }
    if !isValued, notations.redefinedConstants.contains(symbol.name),
      environment.definitions[symbol.name] == nil
    {
      return .meaning([symbol.name])
    }
    if !isValued, !bound.contains(symbol.name), ["o", "E", "P", "Pr", "Var", "Cov"].contains(symbol.base) {
      return .unknown(symbol.name)
    }
    if symbol.name == "I", case .matrix(let rows)? = environment.value(of: .symbol(symbol)),
      !rows.isIdentity
    {
      return .meaning([symbol.name])
    }
    if ["·", "∅"].contains(symbol.name) { return .unknown(symbol.name) }
    if symbol.base == "I", !hasValues, !names.contains(where: { isKnownMatrix($0) }) { return .unknown("I") }
    if symbol.base == "d", symbol.style != nil, !isValued { return .unknown("d") }
    if symbol.name == "d", !isValued, !names.contains("c") { return .unknown("d") }
    if symbol.looksLikeVector, case .scalar? = environment.value(of: .symbol(symbol)) {
      return .meaning([symbol.name])
    }
    return nil
  }
}

extension MathSymbol {
  /// Whether the letter is that of a set of numbers: ℤ in n + ℤ.
  fileprivate var isNumberSet: Bool {
    style == "bb" && ["N", "Z", "Q", "R", "C"].contains(base) && subscripts.isEmpty
  }
}
