import Formulas

extension Conviction {
  /// The doubt about a step that holds for numbers, if its letters may be functions or operators, for which the rule
  /// may be wrong.
  func misreading(of step: JudgedStep) -> Doubt? {
    guard let comparison = step.comparison, comparison.basis != .values else { return nil }
    let sides = [comparison.left, comparison.right]
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
