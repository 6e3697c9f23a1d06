extension ChapterReport {
  /// The displayed formulas that nothing judges, neither by themselves nor by code that is bound to them.
  package var unjudgedFormulas: [FormulaReport] {
    let bound = Set(checks.filter { $0.kind == .bound }.map(\.subject))
    return formulas.filter { formula in
      !formula.isJudged && !(formula.label.map(bound.contains) ?? false)
    }
  }

  /// The formulas of which a part is judged, or bound to code, and another part is not.
  package var partlyJudgedFormulas: [FormulaReport] {
    let unjudged = Set(unjudgedFormulas.map(\.line))
    return formulas.filter { !unjudged.contains($0.line) && !$0.undecidedSteps.isEmpty }
  }
}

extension FormulaReport {
  /// Whether a step of it was found to hold or to fail.
  package var isJudged: Bool { steps.contains { $0.verdict == .holds || $0.verdict == .fails } }

  /// The steps of which nothing could find out whether they hold.
  package var undecidedSteps: [FormulaStep] {
    steps.filter { $0.verdict == .undetermined || $0.verdict == .unreadable }
  }

  /// Whether it says what something is: nothing can be wrong with that.
  package var isDefinition: Bool { steps.contains { $0.verdict == .definition } }
}
