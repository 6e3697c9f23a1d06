import Checks

extension PageComposer {
  /// One check as a row of a table. `page` is empty on the check's own page.
  func row(_ check: NumberedCheck, of chapter: Int, page: String) -> TemplateContent {
    let result = check.result
    let place = index.outlines[chapter].places[result.line]
    let isElsewhere = !page.isEmpty
    var row: TemplateContent = [
      "anchor": isElsewhere ? "chapter-\(index.chapters[chapter])-\(check.anchor)" : check.anchor,
      "number": check.number,
      "line": result.line, "subject": result.subject,
      "place": place.map { "\(page)#\($0)" } ?? (isElsewhere ? "\(page)#\(check.anchor)" : ""),
      "expected": cell(result.expected, of: result), "actual": cell(result.actual, of: result),
      "tolerance": words.sentence(result.tolerance).text,
      "used": result.toleranceUsed.map { Mark.percent($0, words) } ?? "",
      "share": result.toleranceUsed.map { Int(($0 * 100).rounded(.up)) } ?? 0,
      "verdict": result.appearance.rawValue, "word": Mark.word(result, words),
      "kind": Mark.kind(result, words),
    ]
    if result.isStep { row["formula"] = formula(result.subject) }
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
  private func cell(_ text: String, of result: CheckResult) -> String {
    if result.isSymbolic { return "" }
    return result.isStep && text.contains("\\") ? formula(text) : words.html(words.part(text, of: result))
  }

  /// LaTeX as it is read; as it is written where it cannot be set by itself.
  private func formula(_ latex: String) -> String {
    // A side of a step is cut out of its formula, and so may have lost one of a pair of growing delimiters.
    let candidates = [latex, latex.replacing(/\\(left|right)(?![A-Za-z])/, with: "")]
    return candidates.lazy.compactMap { try? formulas.html($0, isDisplayed: false) }.first
      ?? words.code(latex)
  }
}
