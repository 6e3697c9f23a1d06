import Book
import Exercises
import GFM

/// Shows a question with choices or a written answer. Each choice is a `<details>` element that unfolds its verdict,
/// so no script is needed.
enum QuestionRenderer {
  /// The HTML of a question.
  ///
  /// - Parameter showsAnswers: Whether the answers are part of the page. Without them, all choices look the same.
  static func html(
    _ block: Block, _ words: Words, _ prose: inout ProseFragment, _ rendition: Rendition, showsAnswers: Bool
  ) -> String {
    let question = Question(block.lines)
    let id = block.options.label.map(rendition.id) ?? ""
    var items: [String] = []
    for choice in question.choices {
      // Problems of the answers are reported even if the page leaves the answers out.
      let text = prose.html(choice.text, isInline: true)
      let why = choice.why.isEmpty ? nil : prose.html(choice.why, isInline: true)
      guard showsAnswers else {
        items.append("<li>\(text)</li>")
        continue
      }
      let verdict = escapeHTML(words[choice.isRight ? .right : .notSo])
      let reason = why.map { words[.colon] + $0 } ?? words[.fullStop]
      items.append(
        "<li><details class=\"choice\(choice.isRight ? " right" : "")\"><summary>\(text)</summary><p>\(verdict)\(reason)</p></details></li>"
      )
    }
    var parts = ["<div class=\"prompt\">\(prose.html(Self.text(question.prompt)))</div>"]
    if !items.isEmpty {
      parts.append("<ul\(showsAnswers ? " class=\"choices\"" : "")>\(items.joined())</ul>")
    }
    let answer = prose.html(Self.text(question.answer))
    if showsAnswers, !answer.isEmpty {
      parts.append(
        "<details class=\"help\"><summary>\(escapeHTML(words[.answer]))</summary>\n\(answer)\n</details>")
    }
    return "<section class=\"exercise question\"\(id)>\n\(parts.joined(separator: "\n"))\n</section>"
  }

  private static func text(_ lines: [CodeLine]) -> String { lines.map(\.text).joined(separator: "\n") }
}
