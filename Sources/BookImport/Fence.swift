import Foundation

/// The opening line of a fenced block.
struct Fence {
  var indent: String
  var mark: String
  /// The name of a MyST directive, such as `note` for `{note}`.
  var directive: String?
  /// The text after the directive's name.
  var argument = ""
  /// The language of a listing.
  var language = ""
  /// Whether the tool of the book runs the code.
  var isExecuted = false
  /// The output format of a block that Quarto only writes for this format, such as `html` of `{=html}`.
  var format: String?

  private static let executed = [
    "python", "r", "julia", "ojs", "bash", "sh", "sql", "javascript", "rust", "stan",
  ]

  init?(_ line: String) {
    guard line.begins(with: "`~"), let match = line.wholeMatch(of: /(\s*)(`{3,}|~{3,})\s*([^`]*)/) else {
      return nil
    }
    indent = String(match.1)
    mark = String(match.2)
    let info = match.3.trimmingCharacters(in: .whitespaces)
    if let directive = info.wholeMatch(of: /\{([a-zA-Z][\w:+-]*)\}\s*(.*)/) {
      let name = String(directive.1)
      isExecuted = Self.executed.contains(name.lowercased())
      if isExecuted || ["dot", "mermaid"].contains(name.lowercased()) {
        language = name
      } else {
        self.directive = name
      }
      argument = String(directive.2)
    } else if let raw = info.wholeMatch(of: /\{=(\w+)\}/) {
      format = String(raw.1)
    } else if let braces = info.wholeMatch(of: /\{(.*)\}/) {
      // `{.python .numberLines}` and `{python, echo=FALSE}`.
      let words = braces.1.split { " ,.".contains($0) }
      language = words.first.map(String.init) ?? ""
      isExecuted = braces.1.first?.isLetter == true && Self.executed.contains(language.lowercased())
      argument = String(braces.1)
    } else {
      language = info.prefix { !$0.isWhitespace && !",{".contains($0) }.description
      argument = info.dropFirst(language.count).trimmingCharacters(in: .whitespaces)
      // Some tools write a class here.
      if language.hasPrefix(".") { language.removeFirst() }
    }
  }

  /// The index of the closing fence; the number of lines when there is none.
  func end(in lines: [ChapterTranslator.Line], from start: Int) -> Int {
    let sign = mark.first ?? "`"
    return lines[start...].firstIndex { line in
      let text = line.text.trimmingCharacters(in: .whitespaces)
      return text.count >= mark.count && text.allSatisfy { $0 == sign }
    } ?? lines.count
  }
}
