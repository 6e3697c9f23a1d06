import Checks

/// The text that `galley check` prints about a book.
enum CheckText {
  /// The checks that came closest to failing, the formulas that nothing judges, and the summary.
  static func text(of report: Report, listsAllFormulas: Bool = false) -> String {
    [MarginText.text(of: report), FormulaText.text(of: report, listsAll: listsAllFormulas), report.summary]
      .compactMap(\.self).joined(separator: "\n")
  }

  /// The text of an earlier check, followed by the line about exercises.
  static func text(_ check: String, exercises: Int) -> String {
    exercises == 0 ? check : check + "\n" + line(exercises: exercises, problems: 0)
  }

  /// The line about the exercises of a book.
  static func line(exercises: Int, problems: Int) -> String {
    "\(exercises) exercise\(exercises == 1 ? "" : "s"): "
      + (problems == 0 ? "sound" : "\(problems) problem\(problems == 1 ? "" : "s")")
  }
}
