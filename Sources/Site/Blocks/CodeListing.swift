import Book
import Checks
import GFM

/// Code as the page shows it, with a row of marks beside it where something was checked.
enum CodeListing {
  /// Swift with the marks of `checks` at their lines.
  static func swift(
    _ lines: [CodeLine], checks: [NumberedCheck], highlighter: SwiftHighlighter, words: Words
  ) -> String {
    guard !lines.isEmpty else { return "" }
    let code = lines.map(\.text).joined(separator: "\n")
    var rows = highlighter.lines(code)
    var marks = Array(repeating: "", count: lines.count)
    for (index, line) in lines.enumerated() where index < rows.count {
      let own = checks.filter { $0.result.line == line.position.line }
      guard let worst = own.first(where: { $0.result.verdict == .failed }) ?? own.first else { continue }
      marks[index] = Mark.html(worst, words)
      mark(&rows[index], as: worst.result.verdict)
    }
    for (index, line) in lines.enumerated() where index < rows.count {
      rows[index] = "<span id=\"line-\(line.position.line)\">\(rows[index])</span>"
    }
    return block(rows.joined(separator: "\n"), language: "swift", marks: checks.isEmpty ? [] : marks)
  }

  /// Gives the comments of a row that are checks the class of their verdict. A regular expression here would be put
  /// together anew for every check.
  private static func mark(_ row: inout String, as verdict: CheckResult.Verdict) {
    let opening = "<span class=\"comment\">"
    for range in row.ranges(of: opening).reversed() {
      let comment = row[range.upperBound...]
      guard ["// ≈", "// ==", "// Prints"].contains(where: comment.hasPrefix) else { continue }
      row.replaceSubrange(range, with: "<span class=\"comment expectation \(verdict)\">")
    }
  }

  /// Swift that is neither run nor pointed at.
  static func swift(_ lines: [CodeLine], highlighter: SwiftHighlighter) -> String {
    let code = lines.map(\.text).joined(separator: "\n")
    return block(highlighter.lines(code).joined(separator: "\n"), language: "swift", marks: [])
  }

  /// A listing in another language, as it is.
  static func plain(_ block: Block) -> String {
    Self.block(
      escapeHTML(block.lines.map(\.text).joined(separator: "\n")), language: block.role.name, marks: [])
  }

  private static func block(_ html: String, language: String, marks: [String]) -> String {
    let rows = marks.map { "<span>\($0)</span>" }.joined(separator: "\n")
    let margin = marks.isEmpty ? "" : "<div class=\"marks\">\(rows)</div>"
    return """
      <div class="code"><pre tabindex="0"><code class="language-\(language)">\(html)\n</code></pre>\(margin)</div>
      """
  }
}
