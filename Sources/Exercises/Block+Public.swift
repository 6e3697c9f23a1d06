import Book

extension Block {
  /// The lines of the block that every reader may see: no solution, no hidden check, no typical mistake, and no answer
  /// to a question.
  package var publicLines: [CodeLine] {
    switch role {
    case .exercise: SolutionRegions(lines, at: position).starter
    case .check: options.exercise.isHidden ? [] : lines
    case .wrong: []
    case .question: Question(lines).publicLines
    default: visibleLines
    }
  }
}
