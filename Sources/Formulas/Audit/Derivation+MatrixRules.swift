/// Rules for matrices that look like those for numbers and are wrong.
extension Derivation {
  /// The verdict on a false rule for all matrices, such as (AB)⁻¹ = A⁻¹B⁻¹ or det(A + B) = det A + det B; nil for other
  /// equations.
  func falseMatrixRule(_ left: MathExpression, _ right: MathExpression) -> Verdict? {
    let expansions = left.falseMatrixExpansions + right.falseMatrixExpansions
    guard expansions.contains(right) || expansions.contains(left) || isNearMatrixRule(left, right),
      case .fails(let discrepancy) = IdentityTest(seed: seed).run(left, right, in: environment)
    else { return nil }
    return claimed(discrepancy)
  }
}

extension Derivation {
  /// Whether a small change makes an equation between determinants or traces of all matrices true: det(Aᵀ) = −det A.
  private func isNearMatrixRule(_ left: MathExpression, _ right: MathExpression) -> Bool {
    guard case .function(let function, let arguments) = left, function == .determinant || function == .trace,
      arguments.count == 1, arguments[0].quantityName == nil,
      right.contains(where: { $0.isFunction(function) }),
      Set(left.symbols) == Set(right.symbols),
      left.symbols.allSatisfy({ environment.value(of: .symbol($0)) == nil })
    else { return false }
    let test = IdentityTest(seed: seed)
    return NearMiss.changes(of: right).prefix(40).contains { test.run(left, $0, in: environment) == .holds }
  }
}

extension MathExpression {
  fileprivate func isFunction(_ other: ElementaryFunction) -> Bool {
    if case .function(let function, _) = self { function == other } else { false }
  }

  fileprivate var falseMatrixExpansions: [MathExpression] {
    func powers(_ parts: [MathExpression]) -> [MathExpression] { parts.map { .power($0, .integer(-1)) } }
    switch self {
    case .function(let function, let arguments) where function == .determinant || function == .trace:
      guard arguments.count == 1 else { return [] }
      if function == .determinant, case .sum(let terms) = arguments[0],
        terms.allSatisfy({ $0.isMatrixLetter })
      {
        return [.sum(terms.map { .function(function, [$0]) })]
      }
      guard function == .trace, let letters = arguments[0].matrixFactors else { return [] }
      return [.product(letters.map { Factor(.function(function, [$0])) })]
    case .power(let base, .integer(-1)):
      if case .sum(let terms) = base, terms.allSatisfy({ $0.isMatrixLetter }) { return [.sum(powers(terms))] }
      return base.matrixFactors.map { [.product(powers($0).map { Factor($0) })] } ?? []
    case .transposed(let inner):
      return inner.matrixFactors.map { [.product($0.map { Factor(.transposed($0)) })] } ?? []
    default: return []
    }
  }

  private var isMatrixLetter: Bool {
    if case .symbol(let symbol) = self { QuantityDomains.looksLikeMatrix(symbol) } else { false }
  }

  /// The different letters of a product of matrices.
  private var matrixFactors: [MathExpression]? {
    guard case .product(let factors) = self, factors.allSatisfy({ $0.sign == .juxtaposed }),
      factors.allSatisfy({ $0.expression.isMatrixLetter }),
      Set(factors.map({ $0.expression })).count == factors.count
    else { return nil }
    return factors.map({ $0.expression })
  }
}
