import Checks

/// Counts the displayed formulas that are judged, and lists the others.
enum FormulaText {
  /// ```text
  /// 60 displayed formulas: 40 judged, 3 of them in part, 12 that define something, 8 that nothing judges
  /// ```
  /// Nil when the book displays no formula.
  static func text(of report: Report, listsAll: Bool) -> String? {
    let count = report.chapters.map(\.formulas.count).reduce(0, +)
    if count == 0 { return nil }
    let unjudged = report.chapters.flatMap { chapter in chapter.unjudgedFormulas.map { (chapter.path, $0) } }
    let definitions = unjudged.count { $0.1.isDefinition && $0.1.undecidedSteps.isEmpty }
    let others = unjudged.count - definitions
    let undecided = report.chapters.flatMap { chapter in
      chapter.partlyJudgedFormulas.map { (chapter.path, $0) }
    }
    let parts = undecided.isEmpty ? "" : "\(undecided.count) of them in part, "
    let summary =
      "\(count) displayed formula\(count == 1 ? "" : "s"): \(count - unjudged.count) judged, \(parts)"
      + "\(definitions) that define\(definitions == 1 ? "s" : "") something, "
      + "\(others) that nothing judges"
    let list =
      unjudged.map { path, formula in "\(path):\(formula.line): \(reason(formula))" }
      + undecided.flatMap { path, formula in
        formula.undecidedSteps.map { "\(path):\($0.line): step \($0.number) is not judged: \($0.message)" }
      }
    if listsAll { return (list + [summary]).joined(separator: "\n") }
    return summary + (list.isEmpty ? "" : " ('--verbose' lists them)")
  }

  private static func reason(_ formula: FormulaReport) -> String {
    let name = formula.label.map { " '\($0)'" } ?? ""
    if formula.isDefinition, formula.undecidedSteps.isEmpty { return "the formula\(name) defines something" }
    let step = formula.undecidedSteps.first
    return "nothing judges the formula\(name): \(step?.message ?? "it states no relation that can be read")"
  }
}
