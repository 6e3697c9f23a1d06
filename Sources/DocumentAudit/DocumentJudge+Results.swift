import Formulas

/// Conclusions from judged steps, for the statements after them.
extension DocumentJudge {
  /// Notes a decimal that is the rounded value of a calculation.
  mutating func noteRounding(_ step: JudgedStep) {
    guard case .number(let decimal)? = step.comparison?.right, !decimal.isInteger, step.verdict == .holds
    else { return }
    if step.relation == .approximates || step.leftValue != step.rightValue { roundedResults.insert(decimal) }
  }

  /// Notes an equation that is no identity, so that other statements may follow from it.
  mutating func noteConstraint(_ step: JudgedStep) {
    guard let comparison = step.comparison, step.relation == .equals, comparison.basis == .points else {
      return
    }
    let equation = Equation(left: comparison.left, right: comparison.right)
    // An equation in one letter has single solutions, at which other equations may hold by chance.
    let names = derivation.free([comparison.left, comparison.right])
    constraints = constraints.suffix(11) + [(equation, names.count > 1 ? 1_000 : 3)]
  }

  /// Notes a chain that ends at a wrong value because of an earlier mistake. A section reports the last one of a name.
  mutating func noteResult(
    _ statement: Statement, _ steps: [JudgedStep], correct: MathValue?, span: MathSpan
  ) {
    guard let step = steps.last, case .holds = step.verdict, let correct, let value = step.rightValue,
      let last = statement.sides.last?.expression, last.isWrittenValue,
      !WrittenPrecision(last, relation: .equals).accepts(correct, value)
    else { return }
    let name = statement.sides.first?.expression.quantityName ?? ""
    wrongResults[name] = Finding(
      .result, at: span.place(of: step.position), .result(stated: value, right: correct),
      statement: statements.count - 1)
  }

  mutating func reportResult() {
    findings += wrongResults.values.sorted { $0.line < $1.line }
    wrongResults = [:]
  }
}
