import Formulas

extension Conviction {
  /// The doubt that names another usual reading, if the step holds in that reading.
  func otherReading(_ left: MathExpression, _ right: MathExpression, _ relation: Relation.Kind)
    -> Doubt?
  {
    for operation in notations.pairOperations {
      let (one, other) = (operation.applied(to: left), operation.applied(to: right))
      if (one, other) != (left, right), holds(one, other, relation) { return .reading(.definedOperation) }
    }
    for reading in Reading.allCases where isUsual(reading) {
      let one = reading.applied(to: left, in: environment)
      let other = reading.applied(to: right, in: environment)
      if one == nil, other == nil { continue }
      let pairs = [(one ?? left, other ?? right), (one ?? left, right), (left, other ?? right)]
      if pairs.contains(where: { holds($0.0, $0.1, relation) }) { return .reading(reading) }
    }
    return nil
  }

  /// The reading of transposed lists as rows, if the step holds then.
  func rowReading(_ comparison: JudgedStep.Comparison, _ relation: Relation.Kind) -> Doubt? {
    let reading = Reading.rowsAsLists
    let left = reading.applied(to: comparison.left, in: environment)
    let right = reading.applied(to: comparison.right, in: environment)
    guard left != nil || right != nil else { return nil }
    return holds(left ?? comparison.left, right ?? comparison.right, relation) ? .reading(reading) : nil
  }

  /// Whether the notation of the statement and the field of the document allow a reading.
  private func isUsual(_ reading: Reading) -> Bool {
    switch reading {
    case .powerOfArgument: statement.raisesParenthesis
    case .binaryShortLogarithm: notations.speaksOfAlgorithms && statement.latex.contains("\\lg")
    default: true
    }
  }

  private func holds(_ left: MathExpression, _ right: MathExpression, _ relation: Relation.Kind) -> Bool {
    var (first, second) = (FormulaEvaluator(environment), FormulaEvaluator(environment))
    if let a = try? first.value(of: left), let b = try? second.value(of: right) {
      return NumericJudge(environment: environment).judge(left, right, values: (a, b), relation: relation)
        == .holds
    }
    return IdentityTest(seed: seed).run(left, right, in: environment) == .holds
  }
}
