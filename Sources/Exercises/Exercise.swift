import Book

/// Something for the student to program, with all that it takes to help and to judge.
package struct Exercise: Sendable, Equatable {
  /// Its name in commands, on the page and in files of progress.
  package var label: String
  /// What it is called.
  package var title: String
  /// The chapter that it stands in, as messages name it.
  package var chapter: String
  /// Where it stands.
  package var position: SourcePosition
  /// What the constant `seed` is in visible checks.
  package var seed: UInt64
  /// The longest that one check may run.
  package var timeout: Duration
  /// The author's solution.
  package var solution: [CodeLine]
  /// The same with `// TODO` for what the student has to find.
  package var starter: [CodeLine]
  /// From a nudge to nearly the answer, in Markdown.
  package var hints: [String]
  /// What a solution is judged by.
  package var criteria: [Criterion]
  /// Typical mistakes.
  package var mistakes: [Mistake]

  /// What all criteria are worth together.
  package var points: Int { criteria.map(\.points).reduce(0, +) }

  /// One thing that a solution is judged by.
  package struct Criterion: Sendable, Equatable {
    /// Its name within the exercise.
    package var label: String
    /// What it wants, as a sentence for the student.
    package var says: String
    /// What it is worth.
    package var points: Int
    /// Whether its code is shown; a hidden one gets another seed at every grading.
    package var isHidden: Bool
    /// How much a number may differ from the author's, as a part of it, or absolutely below one.
    package var tolerance: Double
    /// A Swift condition on `answer`; nil compares with the value of the author's solution.
    package var judge: String?
    /// Code whose last expression is the value that is judged.
    package var lines: [CodeLine]
    /// Where it stands.
    package var position: SourcePosition
  }

  /// A typical mistake.
  package struct Mistake: Sendable, Equatable {
    /// The label of the criterion that it fails.
    package var fails: String
    /// What helps against it, as a sentence.
    package var hint: String
    /// A whole answer with the mistake in it.
    package var lines: [CodeLine]
    /// Where it stands.
    package var position: SourcePosition
  }

  /// The text of a student's file that holds `lines`.
  package static func file(_ lines: [CodeLine], modules: [String]) -> String {
    let imports = (["Notebook"] + modules.filter { $0 != "Notebook" }).map { "import \($0)\n" }.joined()
    return imports + "\n" + lines.map(\.text).joined(separator: "\n") + "\n"
  }
}
