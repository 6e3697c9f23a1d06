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

  /// Adds a judged step to the statements of the report, and a wrong one to the findings.
  mutating func record(
    _ step: JudgedStep, of statement: Statement, in span: MathSpan, alone: Bool, doubt: Doubt?,
    given: [GivenValue]
  ) {
    let place = span.place(of: alone ? statement.position : step.position)
    let latex = alone ? statement.latex : "\(step.left) \(step.relation.text) \(step.right)"
    let reason = doubt.map(StatementReason.doubt) ?? step.verdict.uncertainty.map(StatementReason.uncertainty)
    statements.append(
      AuditedStatement(
        place: place, latex: latex, verdict: step.verdict.kind, left: step.leftValue, right: step.rightValue,
        reason: reason, given: given, formula: span))
    if case .fails(let discrepancy) = step.verdict {
      findings.append(
        Finding(
          .init(discrepancy, step), at: place, .discrepancy(discrepancy), statement: statements.count - 1))
    }
  }
}
