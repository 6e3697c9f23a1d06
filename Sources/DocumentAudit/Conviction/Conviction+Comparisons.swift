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

  /// Whether the last paragraphs have defined the function of a call.
  private func isRecentlyDefined(_ call: MathExpression) -> Bool {
    guard role == .claim, case .application(let symbol, let arguments) = call,
      arguments.allSatisfy({ $0.symbols.allSatisfy(\.subscripts.isEmpty) })
    else { return false }
    return recent.contains { $0.hasPrefix(symbol.with(labels: []).name + "(") }
  }

  /// Whether a comparison between letters may rest on what the text says of them in words.
  func isOpenComparison(_ sides: [MathExpression], _ discrepancy: Discrepancy) -> Bool {
    let free = Set(sides.flatMap { environment.freeQuantities(of: $0) })
    if free.isEmpty { return false }
    // A letter that the text has set equal to another one may now be any letter.
    if let a = discrepancy.left, a.components == discrepancy.right?.components { return true }
    if statement.sides.count == 2, role != .claim { return true }
    if notations.speaksOfNegatives, !free.isDisjoint(with: ["k", "l", "m", "n"]) { return true }
    // The text may speak of a new function with an old name: "Suppose f is differentiable".
    let isNewFunction = { (node: MathExpression) in
      node.isCallOfLetter && !node.isProbabilityOperator && !isRecentlyDefined(node)
    }
    if sides.contains(where: { $0.contains(where: isNewFunction) }) { return true }
    return !discrepancy.isCertain && free.contains { $0.contains("(") }
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
