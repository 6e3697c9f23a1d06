import Book
import Checks
import GFM

extension PageComposer {
  /// One check as a row of a table. `page` must be empty on the page of the chapter itself.
  func row(_ result: CheckResult, of chapter: Int, page: String) -> TemplateContent {
    let place = place(of: result, in: chapter)
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
    if let proof = results[chapter].proof(of: result) {
      // The sentence says what is claimed; the code says exactly what was tested.
      if case .claim(let sentence?) = result.expectation {
        row["subject"] = nil
        row["kind"] = sentence
      }
      row["expected"] = listing(proof.code)
      let values = proof.values.map { "<code>\(escapeHTML($0.name)) = \(escapeHTML($0.value))</code>" }
      row["actual"] = values.isEmpty ? cell(result.actual) : values.joined(separator: "<br>")
    }
    if result.step != nil { row["formula"] = formula(result.subject) }
    return row
  }

  /// The anchor of what a check belongs to: its sentence, its formula or its line of code.
  private func place(of result: CheckResult, in chapter: Int) -> String? {
    let outline = index.outlines[chapter]
    switch (result.kind, result.expectation) {
    case (.claim, .claim(sentence: .some)): return "claim-\(result.subject)"
    case (.bound, _) where outline.anchors.contains(result.subject): return result.subject
    default: return outline.places[result.line]
    }
  }

  /// A few lines of Swift for a cell.
  private func listing(_ code: String) -> String {
    let lines = SwiftHighlighter(cache: cache).lines(code).joined(separator: "\n")
    return "<pre class=\"proof\"><code>\(lines)</code></pre>"
  }

  /// The labels of a check's cells as CSS variables, for narrow screens: `--expected:"Expected"`.
  var cellLabels: String {
    let labels: [(String, Word)] = [
      ("line", .columnLine), ("expected", .columnExpected), ("value", .columnValue),
      ("tolerance", .columnTolerance), ("used", .columnUsed),
    ]
    return labels.map { name, word in
      let text = words[word].escaping(["\\": "\\\\", "\"": "\\\""])
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
