import Formulas

/// Comparisons that may be conditions.
extension Conviction {
  /// The doubt about a comparison that is false for some values.
  func comparisonDoubt(
    about step: JudgedStep, _ comparison: JudgedStep.Comparison, _ discrepancy: Discrepancy
  ) -> Doubt? {
    let (left, right) = (comparison.left, comparison.right)
    // Two sides that are equal at a chosen point may be meant for other points.
    if let a = discrepancy.left, let b = discrepancy.right, a.components == b.components {
      return .comparison
    }
    // |A| may be the size of a set.
    if [left, right].contains(where: { $0.hasBarsAroundCapitals(environment) }) { return .comparison }
    // The words may say that eigenvalues and the like are negative.
    if [left, right].contains(.integer(0)),
      (left.symbols + right.symbols).contains(where: { ["λ", "μ", "κ"].contains($0.base) })
    {
      return .comparison
    }
    // A comparison of given values may be a condition on them; a comparison that holds nowhere is not a condition.
    let isClaimed =
      isDisplay && role == .claim
      && (statement.statesMoreThanBounds || usesRecentValues(left) || usesRecentValues(right))
    let mayBeCondition =
      comparison.basis == .values && !isClaimed || [left, right].contains(where: isOpenQuantity)
    let mayBeComplex = notations.speaksOfComplexNumbers && comparison.basis != .values
    return mayBeCondition || mayBeComplex ? .comparison : nil
  }

  /// Whether the side is a name that a comparison may bound. A comparison with a call of a function of the text that is
  /// false everywhere is no bound.
  private func isOpenQuantity(_ side: MathExpression) -> Bool {
    side.quantityName != nil
      && !(role == .claim && Derivation(environment: environment, rigour: .lenient).isKnownCall(side))
  }
}

extension Statement {
  /// Whether the statement is a chain such as x = 3 < 5. The bounds in a < x < b may be a condition for x.
  fileprivate var statesMoreThanBounds: Bool {
    sides.count > 2 && relations.contains { !$0.kind.isComparison }
  }
}

extension MathExpression {
  /// Whether bars stand around capitals without a value: |A + B|.
  fileprivate func hasBarsAroundCapitals(_ environment: FormulaEnvironment) -> Bool {
    contains { node in
      guard case .absolute(let inner) = node else { return false }
      return !inner.symbols.isEmpty
        && inner.symbols.allSatisfy { $0.isCapital && environment.value(of: .symbol($0)) == nil }
    }
  }
}
