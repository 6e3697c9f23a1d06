/// Compares two steps that have values.
package struct NumericJudge {
  package let environment: FormulaEnvironment

  package init(environment: FormulaEnvironment) { self.environment = environment }

  /// The verdict on `left = right`.
  ///
  /// `origin` is the value of the chain before any rounding. The step also holds if it agrees with `origin`.
  package func judge(
    _ left: MathExpression, _ right: MathExpression, values: (MathValue, MathValue), relation: Relation.Kind,
    origin: MathValue? = nil
  ) -> Verdict {
    let (leftValue, rightValue) = values
    // A zero also stands for a vector or matrix of zeros.
    if right == .integer(0), leftValue.components.allSatisfy({ $0 == 0 }) { return .holds }
    let written = WrittenPrecision(right, relation: relation)
    if written.accepts(leftValue, rightValue) { return .holds }
    if let origin, written.accepts(origin, rightValue) { return .holds }
    if let origin, written.halfUnits == nil, origin.hasSameNumbers(as: rightValue),
      isRounding(left, right, origin, rightValue)
    {
      return .holds
    }
    if written.halfUnits == nil, WrittenPrecision(left, relation: relation).accepts(leftValue, rightValue) {
      return .holds
    }
    if relation == .approximates, written.halfUnits == nil, right.literals.allSatisfy({ $0.isInteger }),
      leftValue.relativeDifference(to: rightValue) < 0.1
    {
      // `0.35 ≈ 1/e` compares orders of magnitude.
      return .holds
    }
    if relation == .approximates, case .power(.number(let ten), _) = right, ten.text == "10",
      let a = leftValue.scalarValue, let b = rightValue.scalarValue, (0.4...2.5).contains(a / b)
    {
      // `1024 ≈ 10^3` names the order of magnitude.
      return .holds
    }
    var alignment = StepAlignment(environment)
    alignment.align(left, right)
    if leftValue.hasSameNumbers(as: rightValue), written.halfUnits == nil {
      if alignment.mismatches.isEmpty { return .holds }
      if !alignment.isConclusive, isRounding(left, right, leftValue, rightValue) { return .holds }
    }
    if alignment.isConclusive, !alignment.mismatches.isEmpty,
      alignment.mismatches.allSatisfy(isRoundedPart)
    {
      return .holds
    }
    return .fails(discrepancy(left, right, leftValue, rightValue, alignment, relation))
  }

  /// Whether a part of a calculation differs only by constants that the text has rounded to two digits or more.
  private func isRoundedPart(_ part: Discrepancy.Culprit) -> Bool {
    guard !part.right.isWrittenValue, let left = part.leftValue, let right = part.rightValue,
      left.hasSameNumbers(as: right)
    else { return false }
    return isRounding(part.left, part.right, left, right, digits: 2)
  }

  /// Whether rounded constants on the right side explain the difference.
  ///
  /// Each new constant on the right with `digits` digits or more may be off by half a unit of its last digit.
  func isRounding(
    _ left: MathExpression, _ right: MathExpression, _ leftValue: MathValue, _ rightValue: MathValue,
    digits: Int = 3
  ) -> Bool {
    var known = left.literals.map({ $0.text })
    var fresh: Set<String> = []
    for literal in right.literals {
      if let position = known.firstIndex(of: literal.text) {
        known.remove(at: position)
      } else if !literal.isInteger, literal.significantDigits >= digits {
        fresh.insert(literal.text)
      }
    }
    if fresh.isEmpty || fresh.count > 12 { return false }
    var allowance = [Double](repeating: 0, count: rightValue.scalars.count)
    for text in fresh {
      guard let literal = WrittenDecimal(text) else { return false }
      let half = literal.halfUnit.value
      let shifted = right.replacing { node in
        guard case .number(let number) = node, number.text == text else { return nil }
        return WrittenDecimal((number.doubleValue + half).description).map { .number($0) }
      }
      var evaluator = FormulaEvaluator(environment)
      guard let value = try? evaluator.value(of: shifted), value.hasSameNumbers(as: rightValue) else {
        return false
      }
      for (position, (a, b)) in zip(value.components, rightValue.components).enumerated() {
        allowance[position] += (a - b).magnitude
      }
    }
    return zip(zip(leftValue.components, rightValue.components), allowance).allSatisfy { pair, allowed in
      (pair.0 - pair.1).magnitude <= allowed * 1.000_001
    }
  }
}
