import Book

/// A programming exercise, with its hints and the checks that judge an answer.
package struct Exercise: Sendable, Equatable {
  /// The name in commands, on the page and in the progress file.
  package var label: String
  /// The title that readers see.
  package var title: String
  /// The path of the chapter, as messages name it.
  package var chapter: String
  /// The position of its block.
  package var position: SourcePosition
  /// The value of the constant `seed` in visible checks.
  package var seed: UInt64
  /// The time limit of one check.
  package var timeout: Duration
  /// The author's solution.
  package var solution: [CodeLine]
  /// The solution with `// TODO` in place of the parts that the student must write.
  package var starter: [CodeLine]
  /// Hints in Markdown, from the vaguest to the most explicit.
  package var hints: [String]
  /// The checks that judge an answer.
  package var criteria: [Criterion]
  /// Typical mistakes, each as a complete wrong answer.
  package var mistakes: [Mistake]

  /// The sum of the points of all criteria.
  package var points: Int { criteria.map(\.points).reduce(0, +) }

  /// One check that judges an answer.
  package struct Criterion: Sendable, Equatable {
    /// The name within the exercise.
    package var label: String
    /// The requirement, as a sentence for the student.
    package var says: String
    /// The points for a correct answer.
    package var points: Int
    /// Whether its code is hidden from readers. A hidden check gets a seed that depends on the grading seed.
    package var isHidden: Bool
    /// The largest difference from the author's number: relative for numbers above one, absolute below one.
    package var tolerance: Double
    /// A Swift condition on `answer`; nil compares with the value of the author's solution.
    package var judge: String?
    /// The code; its last expression is the value to judge.
    package var lines: [CodeLine]
    /// The position of its block.
    package var position: SourcePosition
  }

  /// A typical mistake.
  package struct Mistake: Sendable, Equatable {
    /// The label of the criterion that it fails.
    package var fails: String
    /// The hint for students who make this mistake, as a sentence.
    package var hint: String
    /// A complete answer with the mistake in it.
    package var lines: [CodeLine]
    /// The position of its block.
    package var position: SourcePosition
  }

  /// The text of a student's file: the imports, then `lines`.
  package static func file(_ lines: [CodeLine], modules: [String]) -> String {
    let imports = (["Notebook"] + modules.filter { $0 != "Notebook" }).map { "import \($0)\n" }.joined()
    return imports + "\n" + lines.map(\.text).joined(separator: "\n") + "\n"
  }
}
