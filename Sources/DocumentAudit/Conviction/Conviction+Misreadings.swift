import Formulas

extension Conviction {
  /// The doubt about a step that holds for numbers, if its letters may be functions or operators, for which the rule
  /// may be wrong.
  func misreading(of step: JudgedStep) -> Doubt? {
    if isDetached, step.position == statement.sides.first?.position { return .unknown("the left side") }
    if isTorn, statement.latex.contains("matrix") { return .unknown("a number with spaces") }
    if statement.hasNormOfSpace { return .unknown("the norm") }
    if mayTakeFractionalPart { return .unknown("the braces") }
    if statement.hasTensorProduct, statement.sides.contains(where: { !$0.expression.symbols.isEmpty }) {
      return .unknown("the operation")
    }
    if let a = step.leftValue, let b = step.rightValue, step.relation == .equals, a.hasSameNumbers(as: b),
      a.relativeDifference(to: b) > 0.2
    {
      // The step agrees with the beginning of its chain, but not with the wrong side before it.
      return .noRepair
    }
    guard let comparison = step.comparison else { return nil }
    let sides = [comparison.left, comparison.right]
    if step.relation.isComparison, boundsName(comparison) { return .comparison }
    if comparison.basis == .values { return nil }
    if step.relation.isComparison, role != .claim,
      step.relation == .differs || sides.contains(where: hasQuadraticForm)
    {
      return .comparison
    }
    if step.relation == .equals, !commutes(comparison) { return .unknown("matrices that may not commute") }
    if step.relation.isComparison,
      (sides + environment.bodies(reachableFrom: sides)).contains(where: { measuresUnknownMatrix($0) })
    {
      return .unknown("a matrix that is not written out")
    }
    for side in sides {
      if statement.latex.contains("\\circ"), side.contains(where: \.composesLetters) {
        return .unknown("the composition of functions")
      }
      if notations.speaksOfOperators, side.contains(where: { appliesToOperator($0) }) {
        return .unknown("the function of a matrix")
      }
    }
    return nil
  }

  /// Whether the expression transposes a letter without a value beside an unknown matrix: xᵀAx.
  private func hasQuadraticForm(_ expression: MathExpression) -> Bool {
    expression.contains { node in
      guard case .product(let factors) = node else { return false }
      return factors.contains { if case .transposed = $0.expression { true } else { false } }
        && factors.contains { factor in
          guard case .symbol(let symbol) = factor.expression else { return false }
          return symbol.isCapital && environment.value(of: factor.expression) == nil
        }
    }
  }

  /// Whether a comparison of two sides may be a condition for a name, which then holds by accident: "J = 2 … J ≥ 2".
  private func boundsName(_ comparison: JudgedStep.Comparison) -> Bool {
    let sides = [comparison.left, comparison.right]
    let sets = role == .condition || role == .setting || role == .goal
    if sets, sides.contains(where: { !$0.symbols.isEmpty }) { return true }
    guard statement.sides.count == 2, role != .claim || comparison.basis != .values else { return false }
    if comparison.basis == .values {
      return sides.contains {
        if case .symbol(let symbol) = $0 { !MathConstants.isConstant(symbol) } else { false }
      }
    }
    // A free name on one side alone may be anything.
    let free = sides.map { Set(environment.freeQuantities(of: $0)) }
    return zip(sides, [free[1], free[0]]).contains { side, others in
      guard let name = side.quantityName, environment.freeQuantities(of: side) == [name] else { return false }
      return !others.contains(name) && environment.conditions.allSatisfy { $0.left != side }
    }
  }

  /// Whether an equation between products of capitals also holds if they are matrices. Only texts that speak of
  /// matrices or operators, or write them in bold type, need it.
  private func commutes(_ comparison: JudgedStep.Comparison) -> Bool {
    let (left, right) = (comparison.left, comparison.right)
    let free = Set(environment.freeQuantities(of: left) + environment.freeQuantities(of: right))
    guard let capital = CapitalFactors.unknown(in: [left, right], free: free),
      notations.speaksOfOperators || capital.style == "bold"
    else { return true }
    var known = environment
    var number = 0.37
    for symbol in Set(left.symbols + right.symbols).sorted(by: { $0.name < $1.name })
    where free.contains(symbol.name) {
      let entries = (0..<4).map { _ in
        number = (number * 7.13 + 0.41).truncatingRemainder(dividingBy: 1)
        return MathScalar(number + 0.1)
      }
      known.assign(
        symbol.isCapital ? .matrix([Array(entries[..<2]), Array(entries[2...])]) : .scalar(entries[0]),
        to: .symbol(symbol))
    }
    var (first, second) = (FormulaEvaluator(known), FormulaEvaluator(known))
    guard let a = try? first.value(of: left), let b = try? second.value(of: right), a.hasSameNumbers(as: b)
    else { return true }
    return a.relativeDifference(to: b) < 1e-6
  }

  /// Whether the expression has the norm of a capital letter without a value, which may be a matrix.
  private func measuresUnknownMatrix(_ expression: MathExpression) -> Bool {
    expression.contains { node in
      guard case .norm(let inner, _) = node else { return false }
      return inner.symbols.contains {
        $0.base.first?.isUppercase ?? false && environment.value(of: .symbol($0)) == nil
      }
    }
  }

  /// Whether the node is the exponential, a root or a logarithm of capital letters without a value: exp(A + B).
  private func appliesToOperator(_ node: MathExpression) -> Bool {
    let inner: MathExpression
    switch node {
    case .root(let radicand, _): inner = radicand
    case .power(.symbol(let symbol), let exponent) where symbol.name == "e": inner = exponent
    case .function(let function, let arguments)
    where NotationDoubts.ofMatrices.contains(function) && arguments.count == 1:
      inner = arguments[0]
    default: return false
    }
    let free = Set(environment.freeQuantities(of: inner))
    let capitals = "A"..."Z" as ClosedRange<Character>
    return inner.symbols.contains { symbol in
      symbol.base.count == 1 && symbol.base.allSatisfy(capitals.contains) && free.contains(symbol.name)
    }
  }
}

extension MathExpression {
  /// Whether the node is f ∘ g with letters that do not look like vectors.
  fileprivate var composesLetters: Bool {
    guard case .product(let factors) = self else { return false }
    return zip(factors, factors.dropFirst()).contains { factor, next in
      guard next.sign == .hadamard, case .symbol(let first) = factor.expression,
        case .symbol(let second) = next.expression
      else { return false }
      return !first.looksLikeVector && !second.looksLikeVector
    }
  }
}
