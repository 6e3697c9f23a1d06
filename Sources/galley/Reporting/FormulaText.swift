import Checks

/// How many of the displayed formulas are judged, and which are not.
enum FormulaText {
  /// ```text
  /// 60 displayed formulas: 40 judged, 12 that define something, 8 that nothing judges
  /// ```
  /// Nil when the book displays none.
  static func text(of report: Report, listsAll: Bool) -> String? {
    let count = report.chapters.map(\.formulas.count).reduce(0, +)
    if count == 0 { return nil }
    let unjudged = report.chapters.flatMap { chapter in chapter.unjudgedFormulas.map { (chapter.path, $0) } }
    let definitions = unjudged.count { $0.1.isDefinition }
    let others = unjudged.count - definitions
    let summary =
      "\(count) displayed formula\(count == 1 ? "" : "s"): \(count - unjudged.count) judged, "
      + "\(definitions) that define\(definitions == 1 ? "s" : "") something, "
      + "\(others) that nothing judges"
    let list = unjudged.map { path, formula in "\(path):\(formula.line): \(reason(formula))" }
    if listsAll { return (list + [summary]).joined(separator: "\n") }
    return summary + (list.isEmpty ? "" : " ('--verbose' lists them)")
  }

  private static func reason(_ formula: FormulaReport) -> String {
    let name = formula.label.map { " '\($0)'" } ?? ""
    if formula.isDefinition { return "the formula\(name) defines something" }
    let step = formula.steps.first { $0.verdict == .undetermined || $0.verdict == .unreadable }
    return "nothing judges the formula\(name): \(step?.message ?? "it states no relation that can be read")"
  }
}
