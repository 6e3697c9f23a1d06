import Book
import GFM

/// Shows a question with choices or a written answer. Each choice is a `<details>` element that unfolds its verdict,
/// so no script is needed.
enum QuestionRenderer {
  ///
  /// - Parameter isWithheld: Whether the answers are left out where nothing is folded: on paper and in EPUB.
  static func html(
    _ block: Block, _ words: Words, _ prose: inout ProseFragment, isWithheld: Bool
  ) -> String {
    let withheld = isWithheld ? " withheld" : ""
    let verdictClass = isWithheld ? " class=\"withheld\"" : ""
    let lines = block.lines.map(\.text)
    let rule = lines.firstIndex { $0.trimming == "---" } ?? lines.endIndex
    let choices = lines[..<rule].compactMap(Choice.init)
    let prompt = lines[..<rule].filter { Choice($0) == nil }.joined(separator: "\n")
    let answer = lines[rule...].dropFirst().joined(separator: "\n")
    let id = block.options.label.map { " id=\"\($0)\"" } ?? ""
    let items = choices.map { choice in
      let verdict = escapeHTML(words[choice.isRight ? .right : .notSo])
      let why =
        choice.why.isEmpty ? words[.fullStop] : "\(words[.colon])\(prose.html(choice.why, isInline: true))"
      return
        "<li><details class=\"choice\(choice.isRight ? " right" : "")\"><summary>\(prose.html(choice.text, isInline: true))</summary><p\(verdictClass)>\(verdict)\(why)</p></details></li>"
    }
    var parts = ["<div class=\"prompt\">\(prose.html(prompt))</div>"]
    if !items.isEmpty { parts.append("<ul class=\"choices\">\(items.joined())</ul>") }
    if !answer.isEmpty {
      parts.append(
        "<details class=\"help\(withheld)\"><summary>\(escapeHTML(words[.answer]))</summary>\n\(prose.html(answer))\n</details>"
      )
    }
    return "<section class=\"exercise question\"\(id)>\n\(parts.joined(separator: "\n"))\n</section>"
  }

  /// `- [x] the choice — why it is right`
  private struct Choice {
    var text: String
    var why: String
    var isRight: Bool

    init?(_ line: String) {
      guard let match = line.wholeMatch(of: /\s*- \[([ x])\] (.*)/) else { return nil }
      isRight = match.1 == "x"
      let parts = match.2.split(separator: " — ", maxSplits: 1)
      text = String(parts.first ?? "")
      why = parts.count > 1 ? String(parts[1]) : ""
    }
  }

}

extension String {
  fileprivate var trimming: String {
    var rest = self[...]
    while rest.last?.isWhitespace == true { rest.removeLast() }
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    return String(rest)
  }
}
