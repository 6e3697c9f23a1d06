import Book

extension Planner {
  /// The code that is inserted between the author's statements. It reports which statement is reached, its value and
  /// the text that it prints.
  mutating func probe(_ block: Block, _ syntax: BlockSyntax) -> [Insertion] {
    let checks = CheckCollector.checks(in: block, syntax, &diagnostics)
    return syntax.statements.indices.flatMap { index in
      let isLast = index == syntax.statements.count - 1
      return probe(syntax.statements[index], of: block, isLast: isLast, checks: checks[index] ?? [])
    }
  }

  private mutating func probe(
    _ statement: BlockSyntax.Statement, of block: Block, isLast: Bool, checks: [Check]
  ) -> [Insertion] {
    let printChecks = checks.filter(\.isAboutPrinting)
    let valueChecks = checks.filter { !$0.isAboutPrinting }
    let position = block.position(ofOffset: statement.range.lowerBound)
    let expression = block.code(in: statement.range)
    var before = ""
    var after = ""

    if statement.isExecutable {
      before += "_galleyReach(\(plan.statements.count)); "
      plan.statements.append(PlannedStatement(position: position, block: block.id))
    }
    if !printChecks.isEmpty {
      let number = addProbe(
        Probe(
          node: block.id, position: position, expression: expression, purpose: .printing, checks: printChecks)
      )
      before += "_galleyPrinting(\(number)); "
      after += "; _galleyPrinted(\(number))"
    }
    switch statement.observed {
    case .expression where isLast || !valueChecks.isEmpty:
      let number = addProbe(
        Probe(
          node: block.id, position: position, expression: expression, purpose: isLast ? .display : .check,
          checks: valueChecks))
      before += "_galleyValue(\(number), "
      after = ")" + after
    case .target(let target) where !valueChecks.isEmpty:
      let number = addProbe(
        Probe(node: block.id, position: position, expression: target, purpose: .check, checks: valueChecks))
      after = "; _galleyValue(\(number), \(target))" + after
    case .nothing:
      for check in valueChecks { report(.checkWithoutValue, at: check.position) }
    default: break
    }
    return [
      Insertion(offset: statement.range.lowerBound, text: before),
      Insertion(offset: statement.range.upperBound, text: after),
    ].filter { !$0.text.isEmpty }
  }
}

extension Check {
  fileprivate var isAboutPrinting: Bool {
    if case .prints = kind { true } else { false }
  }
}
