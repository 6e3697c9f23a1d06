import Book

/// A question that readers answer by a choice, or in words. The answer in words is below a line `---`.
package struct Question {
  /// One line of a list such as `- [x] the choice — why it is right`, with the lines that continue it.
  package struct Choice {
    package var text: String
    /// The author's reason; empty if there is none.
    package var why: String
    package var isRight: Bool
    /// The position of its first line.
    var position: SourcePosition

    fileprivate init?(_ lines: [CodeLine]) {
      guard let first = lines.first, let match = first.text.wholeMatch(of: Self.pattern) else { return nil }
      isRight = match.mark == "x" || match.mark == "X"
      let words = ([String(match.rest)] + lines.dropFirst().map(\.text)).map(\.trimmingSpaces)
      let parts = words.joined(separator: " ").split(separator: " — ", maxSplits: 1)
      text = String(parts.first ?? "")
      why = parts.count > 1 ? String(parts[1]) : ""
      position = first.position
    }

    fileprivate static func begins(_ line: CodeLine) -> Bool { line.text.wholeMatch(of: pattern) != nil }

    /// Every spelling of a task in GitHub's Markdown, and some that readers would take for one. The sign after the
    /// bracket tells a link.
    private static var pattern: Regex<(Substring, mark: Substring, rest: Substring)> {
      /\s*(?:[-*+]|\d+[.)])\s+\[(?<mark>[ xX]?)\](?![(\[:])(?<rest>.*)/
    }
  }

  package private(set) var prompt: [CodeLine] = []
  package private(set) var choices: [Choice] = []
  /// The answer in words.
  package private(set) var answer: [CodeLine] = []

  package init(_ lines: [CodeLine]) {
    let rule = lines.firstIndex { $0.text.trimmingSpaces == "---" } ?? lines.endIndex
    answer = Array(lines[rule...].dropFirst())
    var written: [[CodeLine]] = []
    var isInChoice = false
    var isBehindBlank = false
    for line in lines[..<rule] {
      let isBlank = line.text.trimmingSpaces.isEmpty
      if Choice.begins(line) {
        written.append([line])
        isInChoice = true
      } else if isInChoice, isBlank || Self.continues(line, isBehindBlank: isBehindBlank) {
        if !isBlank { written[written.count - 1].append(line) }
      } else {
        isInChoice = false
        prompt.append(line)
      }
      isBehindBlank = isBlank
    }
    choices = written.compactMap(Choice.init)
  }

  /// Whether a line belongs to the choice above it. As in Markdown, this is the next line and an indented paragraph.
  private static func continues(_ line: CodeLine, isBehindBlank: Bool) -> Bool {
    if line.text.first?.isWhitespace == true { return true }
    return !isBehindBlank && line.text.prefixMatch(of: /(?:[-*+]|\d+[.)])\s/) == nil
  }

  /// The question without answers: nothing in it tells the right choice from a wrong one.
  var publicLines: [CodeLine] {
    let unmarked = choices.map { CodeLine(text: "- " + $0.text, position: $0.position) }
    return (prompt + unmarked).sorted { $0.position < $1.position }
  }
}
