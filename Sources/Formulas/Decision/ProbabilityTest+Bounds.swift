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
}
