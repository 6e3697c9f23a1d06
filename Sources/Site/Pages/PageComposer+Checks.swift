import Checks

extension PageComposer {
  /// One check as a row of a table. `page` must be empty on the page of the chapter itself.
  func row(_ result: CheckResult, of chapter: Int, page: String) -> TemplateContent {
    let place = index.outlines[chapter].places[result.line]
    let isElsewhere = !page.isEmpty
    var row: TemplateContent = [
      "anchor": isElsewhere ? "chapter-\(index.chapters[chapter])-\(result.anchor)" : result.anchor,
      "number": result.number,
      "line": result.line, "subject": result.subject,
      "place": place.map { "\(page)#\($0)" } ?? (isElsewhere ? "\(page)#\(result.anchor)" : ""),
      "expected": result.isSymbolic ? "" : cell(result.expected),
      "actual": result.isSymbolic ? "" : cell(result.actual),
      "tolerance": result.tolerance.map(words.text) ?? "",
      "used": result.toleranceUsed.map { Mark.percent($0, words) } ?? "",
      "share": result.toleranceUsed.map { Int(($0 * 100).rounded(.up)) } ?? 0,
      "verdict": result.appearance.rawValue, "word": Mark.word(result, words),
      "kind": Mark.kind(result, words),
    ]
    if result.step != nil { row["formula"] = formula(result.subject) }
    return row
  }

  /// The labels of a check's cells as CSS variables, for narrow screens: `--expected:"Expected"`.
  var cellLabels: String {
    let labels: [(String, Word)] = [
      ("line", .columnLine), ("expected", .columnExpected), ("value", .columnValue),
      ("tolerance", .columnTolerance), ("used", .columnUsed),
    ]
    return labels.map { name, word in
      let text = words[word].replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      return "--\(name):\"\(text)\""
    }.joined(separator: ";")
  }

  /// The HTML of an expected or an actual value.
  private func cell(_ wording: Wording) -> String {
    if case .latex(let latex) = wording { formula(latex) } else { words.html(wording) }
  }

  /// The typeset formula, or its source when it cannot be typeset on its own.
  private func formula(_ latex: String) -> String {
    // A side of a step is a part of a formula, so it may contain only one delimiter of a `\left` and `\right` pair.
    let candidates = [latex, latex.replacing(/\\(left|right)(?![A-Za-z])/, with: "")]
    return candidates.lazy.compactMap { try? formulas.html($0, isDisplayed: false) }.first
      ?? words.code(latex)
  }
}
