import Book
import Exercises
import GFM

/// Shows an exercise: what is asked, what it is judged by, how to begin, hints one by one, and the solution folded away.
struct ExerciseRenderer {
  private let exercises: [Exercise]
  private let showsSolutions: Bool
  private let highlighter: SwiftHighlighter

  init(_ chapter: Chapter, showsSolutions: Bool, highlighter: SwiftHighlighter) {
    exercises = Exercise.read(chapter).exercises
    self.showsSolutions = showsSolutions
    self.highlighter = highlighter
  }

  /// The whole exercise for its own block, and nothing for the blocks that belong to it.
  func html(_ block: Block) -> String {
    if block.role == .question { return QuestionRenderer.html(block) }
    guard block.role == .exercise, let exercise = exercises.first(where: { $0.label == block.options.label })
    else { return "" }
    let title = escapeHTML(exercise.title)
    var parts = [
      "<h3 class=\"exercise-title\" id=\"\(exercise.label)\">Exercise: \(title) <span class=\"points\">\(points(exercise.points))</span></h3>",
      listing(exercise.starter),
      "<p>It is judged by this:</p>",
      "<ul class=\"criteria\">\(exercise.criteria.map(item).joined())</ul>",
      "<p>Begin at a terminal in the folder of the book:</p>",
      "<div class=\"code\"><pre tabindex=\"0\"><code class=\"language-console\">galley exercise start \(exercise.label)\n</code></pre></div>",
    ]
    for (number, hint) in exercise.hints.enumerated() {
      parts.append(
        folded(
          "Hint \(number + 1) of \(exercise.hints.count)", MarkdownDocument(hint).html(substituting: [:])))
    }
    if showsSolutions { parts.append(folded("Solution", listing(exercise.solution))) }
    return
      "<section class=\"exercise\" aria-labelledby=\"\(exercise.label)\">\n\(parts.joined(separator: "\n"))\n</section>"
  }

  private func item(_ criterion: Exercise.Criterion) -> String {
    let code = criterion.isHidden ? "" : listing(criterion.lines)
    let words = "\(escapeHTML(criterion.says)) <span class=\"points\">\(points(criterion.points))</span>"
    return "<li>\(code.isEmpty ? words : "<details><summary>\(words)</summary>\(code)</details>")</li>"
  }

  private func listing(_ lines: [CodeLine]) -> String {
    CodeListing.swift(lines, highlighter: highlighter)
  }

  private func folded(_ summary: String, _ html: String) -> String {
    "<details class=\"help\"><summary>\(summary)</summary>\n\(html)\n</details>"
  }

  private func points(_ count: Int) -> String { count == 1 ? "1 point" : "\(count) points" }
}
