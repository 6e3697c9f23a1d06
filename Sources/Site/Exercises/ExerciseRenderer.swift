import Book
import Exercises
import GFM

/// Shows an exercise: its title, starter code, criteria, the command to begin, and the folded hints and solution.
struct ExerciseRenderer {
  private let exercises: [Exercise]
  private let showsSolutions: Bool
  private let highlighter: SwiftHighlighter
  private let words: Words
  private let rendition: Rendition
  /// Renders the author's Markdown and collects its problems.
  private(set) var prose: ProseFragment

  init(
    _ chapter: Chapter, showsSolutions: Bool, highlighter: SwiftHighlighter, words: Words,
    rendition: Rendition, formulas: FormulaTypesetter, language: String
  ) {
    self.rendition = rendition
    prose = ProseFragment(
      formulas: formulas, macros: chapter.macros, language: language, rendition: rendition)
    exercises = Exercise.read(chapter).exercises
    self.showsSolutions = showsSolutions
    self.highlighter = highlighter
    self.words = words
  }

  /// The HTML of an exercise or a question; empty for the other blocks that belong to an exercise.
  mutating func html(_ block: Block) -> String {
    if block.role == .question {
      return QuestionRenderer.html(block, words, &prose, rendition, showsAnswers: showsSolutions)
    }
    guard block.role == .exercise, let exercise = exercises.first(where: { $0.label == block.options.label })
    else { return "" }
    let title = words.html(.exercise, ["title": prose.html(exercise.title, isInline: true)])
    var parts = [
      "<h3 class=\"exercise-title\"\(rendition.id(exercise.label))>\(title) <span class=\"points\">\(points(exercise.points))</span></h3>",
      listing(exercise.starter),
      "<p>\(escapeHTML(words[.judgedByThis]))</p>",
      "<ul class=\"criteria\">\(exercise.criteria.map { item($0) }.joined())</ul>",
      "<p>\(escapeHTML(words[.beginAtTerminal]))</p>",
      "<div class=\"code\"><pre tabindex=\"0\"><code class=\"language-console\">galley exercise start \(exercise.label)\n</code></pre></div>",
    ]
    for (number, hint) in exercise.hints.enumerated() {
      parts.append(
        folded(
          words.text(.hint, count: exercise.hints.count, ["number": number + 1]),
          prose.html(hint)))
    }
    if showsSolutions {
      parts.append(folded(words[.solution], listing(ReachableCode.lines(exercise.solution))))
    }
    return
      "<section class=\"exercise\" aria-labelledby=\"\(rendition.name(exercise.label))\">\n\(parts.joined(separator: "\n"))\n</section>"
  }

  private mutating func item(_ criterion: Exercise.Criterion) -> String {
    let code = criterion.isHidden ? "" : listing(criterion.lines)
    let words =
      "\(prose.html(criterion.says, isInline: true)) <span class=\"points\">\(points(criterion.points))</span>"
    return "<li>\(code.isEmpty ? words : "<details><summary>\(words)</summary>\(code)</details>")</li>"
  }

  private func listing(_ lines: [CodeLine]) -> String {
    CodeListing.swift(lines, highlighter: highlighter)
  }

  private func folded(_ summary: String, _ html: String) -> String {
    "<details class=\"help\"><summary>\(escapeHTML(summary))</summary>\n\(html)\n</details>"
  }

  private func points(_ count: Int) -> String { escapeHTML(words.text(.points, count: count)) }
}
