extension ChapterReport {
  /// The displayed formulas that have no judged step and no code bound to them.
  package var unjudgedFormulas: [FormulaReport] {
    let bound = Set(checks.filter { $0.kind == .bound }.map(\.subject))
    return formulas.filter { formula in
      !formula.isJudged && !(formula.label.map(bound.contains) ?? false)
    }
  }

  /// The formulas that have a judged step or bound code, and also undecided steps.
  package var partlyJudgedFormulas: [FormulaReport] {
    let unjudged = Set(unjudgedFormulas.map(\.line))
    return formulas.filter { !unjudged.contains($0.line) && !$0.undecidedSteps.isEmpty }
  }
}

extension FormulaReport {
  /// Whether a step of the formula was found to hold or to fail.
  package var isJudged: Bool { steps.contains { $0.verdict == .holds || $0.verdict == .fails } }

  /// The steps that could be neither proved nor refuted.
  package var undecidedSteps: [FormulaStep] {
    steps.filter { $0.verdict == .undetermined || $0.verdict == .unreadable }
  }

  /// Whether the formula contains a definition, which cannot be wrong.
  package var isDefinition: Bool { steps.contains { $0.verdict == .definition } }
}
