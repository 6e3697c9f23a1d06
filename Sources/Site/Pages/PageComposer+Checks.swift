import Checks

extension PageComposer {
  /// One check as a row of a table. `page` is empty on the check's own page.
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

  /// The labels of a check's cells, for style sheets that set them below each other: `--expected:"Expected"`.
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

  /// What was expected or what came. The two sides of a step that has no values stand in the step already.
  private func cell(_ wording: Wording) -> String {
    if case .latex(let latex) = wording { formula(latex) } else { words.html(wording) }
  }

  /// LaTeX as it is read; as it is written where it cannot be set by itself.
  private func formula(_ latex: String) -> String {
    // A side of a step is cut out of its formula, and so may have lost one of a pair of growing delimiters.
    let candidates = [latex, latex.replacing(/\\(left|right)(?![A-Za-z])/, with: "")]
    return candidates.lazy.compactMap { try? formulas.html($0, isDisplayed: false) }.first
      ?? words.code(latex)
  }
}
