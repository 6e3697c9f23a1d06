extension Derivation {
  /// The values of both sides with a dot between vectors as their inner product; nil for sides without a dot.
  func innerValues(_ left: MathExpression, _ right: MathExpression) -> (MathValue, MathValue)? {
    guard left.hasDot || right.hasDot else { return nil }
    var evaluator = FormulaEvaluator(environment)
    evaluator.dotIsInner = true
    guard let a = try? evaluator.value(of: left), let b = try? evaluator.value(of: right),
      a.hasSameNumbers(as: b)
    else { return nil }
    return (a, b)
  }

  /// The verdict on a wrong identity that holds by accident at the values that the text gave its quantities before; nil
  /// for every other step.
  func falseIdentity(
    _ left: MathExpression, _ right: MathExpression, _ relation: Relation.Kind
  ) -> Verdict? {
    guard relation == .equals, let general = withoutSharedValues(left, right),
      case .fails(let discrepancy) = IdentityTest(seed: seed).run(left, right, in: general.environment),
      let verdict = general.beyondDoubt(left, right, relation, discrepancy), case .fails = verdict
    else { return nil }
    return verdict
  }

  /// The verdict on a wrong approximation near zero, which holds at zero itself: "near x = 0, cos x ≈ 1 − x²/3".
  func falseApproximation(
    _ left: MathExpression, _ right: MathExpression, _ relation: Relation.Kind
  ) -> Verdict? {
    guard relation == .approximates, let general = withoutSharedValues(left, right),
      Set(left.symbols).intersection(right.symbols).allSatisfy({ symbol in
        environment.value(of: .symbol(symbol)).map { $0.components.allSatisfy { $0 == 0 } } ?? true
          || Self.moved(left, right, symbol) != nil
      }), let verdict = general.approximation(left, right), case .fails = verdict
    else { return nil }
    return verdict
  }

  /// The verdict on an inequality that holds only at the values that the text gave its quantities before.
  func falseInequality(
    _ left: MathExpression, _ relation: Relation.Kind, _ right: MathExpression
  ) -> Verdict? {
    guard let general = withoutSharedValues(left, right),
      case .fails(let discrepancy) = general.inequality(left, relation, right)
    else { return nil }
    return .fails(discrepancy)
  }

  /// The derivation without the values of the symbols that both sides contain; nil if there are no such values.
  private func withoutSharedValues(_ left: MathExpression, _ right: MathExpression) -> Derivation? {
    guard left.quantityName == nil, right.quantityName == nil else { return nil }
    let shared = Set(left.symbols).intersection(right.symbols).filter {
      environment.value(of: .symbol($0)) != nil
    }
    guard !shared.isEmpty else { return nil }
    var copy = self
    for symbol in shared { copy.environment.forgetValue(of: symbol) }
    return copy
  }

  /// The derivation with I as the identity matrix, if all matrices of the statement have the same size.
  func knowingIdentity(_ sides: [MathExpression]) -> Derivation? {
    let isShifted = sides.contains { $0.contains(where: { $0.isShiftedDeterminant }) }
    for symbol in sides.lazy.flatMap({ $0.symbols })
    where symbol.isIdentity || isShifted && symbol.name == "E" {
      guard let size = identitySize(symbol, sides), isEveryMatrixKnown(sides),
        environment.hasNoMeaning(symbol) || environment.isOtherIdentity(symbol, size)
      else { continue }
      var copy = self
      copy.environment.assign(.matrix(MathValue.identity(size)), to: .symbol(symbol))
      return copy
    }
    return nil
  }

  /// Whether all letters of matrices have a value: AX = I is an equation for X.
  private func isEveryMatrixKnown(_ sides: [MathExpression]) -> Bool {
    sides.allSatisfy { side in
      side.symbols.allSatisfy {
        $0.isIdentity || $0.name == "E" || !QuantityDomains.looksLikeMatrix($0)
          || environment.value(of: .symbol($0)) != nil
          || environment.definitions[$0.name]?.matrixSize != nil
      }
    }
  }

  func identitySize(_ symbol: MathSymbol, _ sides: [MathExpression]) -> Int? {
    if case .number(let number)? = symbol.subscripts.first, let size = MathScalar(number).integer,
      (1...12).contains(size)
    {
      return size
    }
    var sizes: Set<Int> = []
    for side in sides {
      side.visit { node in
        switch node {
        case .matrix(let rows): if rows.count == rows.first?.count { sizes.insert(rows.count) }
        case .symbol(let other):
          if case .matrix(let rows)? = environment.value(of: .symbol(other)), rows.count == rows.first?.count
          {
            sizes.insert(rows.count)
          }
          if let size = environment.definitions[other.name]?.matrixSize { sizes.insert(size) }
        default: break
        }
      }
    }
    return sizes.count == 1 ? sizes.first : nil
  }
}

extension FormulaEnvironment {
  /// Whether the symbol is an identity matrix of another size.
  fileprivate func isOtherIdentity(_ symbol: MathSymbol, _ size: Int) -> Bool {
    guard case .matrix(let rows)? = value(of: .symbol(symbol)), rows.count != size else { return false }
    return MathValue.matrix(rows) == .matrix(MathValue.identity(rows.count))
  }

  /// Whether the symbol has no value and no definition.
  fileprivate func hasNoMeaning(_ symbol: MathSymbol) -> Bool {
    value(of: .symbol(symbol)) == nil && definitions[symbol.name] == nil && functions[symbol.name] == nil
  }
}

extension MathSymbol {
  /// Whether the symbol may be the identity matrix: `I`, `\mathbf{I}`, `I_n`.
  var isIdentity: Bool { base == "I" && accents.isEmpty && labels.isEmpty && subscripts.count <= 1 }
}

extension MathExpression {
  /// Whether the node is det(λE − A) or det(A − λE), where E can only be the identity matrix.
  package var isShiftedDeterminant: Bool {
    guard case .function(.determinant, let arguments) = self, case .sum(let terms)? = arguments.first,
      terms.count == 2
    else { return false }
    return terms.contains { term in
      let shift = if case .negated(let inner) = term { inner } else { term }
      guard case .product(let factors) = shift, factors.count == 2 else { return false }
      return factors.map({ $0.expression }) == [.symbol(MathSymbol("λ")), .symbol(MathSymbol("E"))]
    }
  }

  /// The number of rows of a written square matrix.
  fileprivate var matrixSize: Int? {
    guard case .matrix(let rows) = self, rows.count == rows.first?.count else { return nil }
    return rows.count
  }

  /// Whether a dot joins quantities that may be vectors.
  fileprivate var hasDot: Bool {
    contains { node in
      guard case .product(let factors) = node else { return false }
      return factors.contains { $0.sign == .dot }
    }
  }
}
