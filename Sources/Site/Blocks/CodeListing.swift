import Book
import Checks
import GFM

/// Shows code on a page, with a column of marks beside the lines that have checks.
enum CodeListing {
  /// Swift with an anchor for each line and the marks of `checks`.
  static func swift(
    _ lines: [CodeLine], checks: [CheckResult], highlighter: SwiftHighlighter, words: Words,
    rendition: Rendition, number: Int? = nil, names: [Int: NameTag] = [:]
  ) -> String {
    guard !lines.isEmpty else { return "" }
    var marks = Array(repeating: "", count: lines.count)
    var comments: [Int: CheckResult.Verdict] = [:]
    var start = 0
    for (index, line) in lines.enumerated() {
      let own = checks.filter { $0.line == line.position.line }
      if let worst = own.first(where: { $0.verdict == .failed }) ?? own.first {
        marks[index] = Mark.html(worst, words, rendition)
      }
      for check in own { comments[start + check.column - line.position.utf8Column] = check.verdict }
      start += line.text.utf8.count + 1
    }
    let code = lines.map(\.text).joined(separator: "\n")
    let rows = zip(lines, highlighter.lines(code, expectations: comments, names: names)).map { line, row in
      "<span\(rendition.id("line-\(line.position.line)"))>\(row)</span>"
    }
    return block(
      rows.joined(separator: "\n"), language: "swift", marks: marks.allSatisfy(\.isEmpty) ? [] : marks,
      number: number)
  }

  /// Swift without anchors or marks.
  static func swift(_ lines: [CodeLine], highlighter: SwiftHighlighter) -> String {
    let code = lines.map(\.text).joined(separator: "\n")
    return block(highlighter.lines(code).joined(separator: "\n"), language: "swift", marks: [])
  }

  /// A listing in another language, without highlighting.
  static func plain(_ block: Block) -> String {
    Self.block(
      escapeHTML(block.lines.map(\.text).joined(separator: "\n")), language: block.role.name, marks: [])
  }

  private static func block(_ html: String, language: String, marks: [String], number: Int? = nil) -> String {
    let rows = marks.map { "<span>\($0)</span>" }.joined(separator: "\n")
    let margin = marks.isEmpty ? "" : "<div class=\"marks\">\(rows)</div>"
    return """
      <div class="code"\(number.map { " data-block=\"\($0)\"" } ?? "")><pre tabindex="0"><code class="language-\(language)">\(html)\n</code></pre>\(margin)</div>
      """
  }
}
