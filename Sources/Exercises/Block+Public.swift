import Book

extension Block {
  /// The lines of the block that every reader may see: no solution, no hidden check, no typical mistake, and no answer
  /// to a question.
  package var publicLines: [CodeLine] {
    switch role {
    case .exercise: SolutionRegions(lines, at: position).starter
    case .check: options.exercise.isHidden ? [] : lines
    case .wrong: []
    case .question: lines.prefix { $0.text.trimmingSpaces != "---" }.map(Self.unanswered)
    default: visibleLines
    }
  }

  /// A choice without its verdict: `- [x] the choice — why it is right` → `- the choice`.
  private static func unanswered(_ line: CodeLine) -> CodeLine {
    guard let match = line.text.wholeMatch(of: /(\s*)- \[[ x]\] (.*)/) else { return line }
    var line = line
    line.text = "\(match.1)- " + (String(match.2).split(separator: " — ").first ?? "")
    return line
  }
}
