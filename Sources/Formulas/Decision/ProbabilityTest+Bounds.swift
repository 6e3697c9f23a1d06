extension ProbabilityTest {
  /// The verdict on a bound for one operator, such as Var(X) ≥ 0 or P(A) ≤ 1; nil for other comparisons, which may be
  /// properties of a distribution.
  static func bound(_ left: MathExpression, _ relation: Relation.Kind, _ right: MathExpression) -> Verdict? {
    guard let (kind, _) = left.probabilityParts else {
      return right.isProbabilityOperator ? bound(right, relation.reversed, left) : nil
    }
    let discrepancy = Discrepancy(.comparison, left: nil, right: nil).certain
    let isNonnegative = [.probability, .variance, .deviation].contains(kind)
    if right == .integer(0), isNonnegative {
      if relation == .greaterOrEqual { return .holds }
      return relation == .less || relation == .lessOrEqual ? .fails(discrepancy) : nil
    }
    guard right == .integer(1), kind == .probability else { return nil }
    if relation == .lessOrEqual { return .holds }
    return relation == .greater || relation == .greaterOrEqual ? .fails(discrepancy) : nil
  }
  /// The verdict on an inequality between operators that holds on every finite space, such as P(A ∩ B) ≤ P(A), or on none;
  /// nil for all others, which may be properties of a distribution.
  func inequality(_ left: MathExpression, _ relation: Relation.Kind, _ right: MathExpression) -> Verdict? {
    let operators = [left, right].flatMap({ $0.probabilityOperators })
    let names = MathExpression.randomNames(operators)
    // Other letters may bound the variables: Var(X) ≤ (b − E[X])(E[X] − a) for a ≤ X ≤ b.
    let hasOtherLetters = [left, right].contains { side in
      side.contains { node in
        if case .symbol(let symbol) = node, symbol.arguments.isEmpty {
          !names.contains(symbol.isComplement ? symbol.withoutComplement.name : symbol.name)
        } else {
          false
        }
      }
    }
    guard operators.count >= 2, !names.isEmpty, !hasOtherLetters, !Self.mayHaveMatrices(operators),
      !Self.mayHaveRelatives(operators)
    else { return nil }
    var (holds, strictly, fails) = (0, 0, 0)
    var counterexample: (MathScalar, MathScalar)?
    for point in 0..<24 {
      guard let (a, b) = values(left, right, operators, .nothing, point) else { return nil }
      switch a.agreement(with: b) {
      case .agrees, .blurred: if !relation.isStrict { holds += 1 }
      case .differs:
        if relation.holds(a.value, b.value) ?? true {
          (holds, strictly) = (holds + 1, strictly + 1)
        } else {
          fails += 1
          counterexample = (a, b)
        }
      }
    }
    if fails == 0, holds == 24 { return .holds }
    guard let (a, b) = counterexample, strictly == 0, fails >= 4 else { return nil }
    return .fails(Discrepancy(.comparison, left: .scalar(a), right: .scalar(b)).certain)
  }
}
