import Book

/// Something for the student to program, with all that it takes to help and to judge.
public struct Exercise: Sendable, Equatable {
  /// Its name in commands, on the page and in files of progress.
  public var label: String
  /// What it is called.
  public var title: String
  /// The chapter that it stands in, as messages name it.
  public var chapter: String
  /// Where it stands.
  public var position: SourcePosition
  /// What the constant `seed` is in visible checks.
  public var seed: UInt64
  /// The longest that one check may run.
  public var timeout: Duration
  /// The author's solution.
  public var solution: [CodeLine]
  /// The same with `// TODO` for what the student has to find.
  public var starter: [CodeLine]
  /// From a nudge to nearly the answer, in Markdown.
  public var hints: [String]
  /// What a solution is judged by.
  public var criteria: [Criterion]
  /// Typical mistakes.
  public var mistakes: [Mistake]

  /// What all criteria are worth together.
  public var points: Int { criteria.map(\.points).reduce(0, +) }

  /// One thing that a solution is judged by.
  public struct Criterion: Sendable, Equatable {
    /// Its name within the exercise.
    public var label: String
    /// What it wants, as a sentence for the student.
    public var says: String
    /// What it is worth.
    public var points: Int
    /// Whether its code is shown; a hidden one gets another seed at every grading.
    public var isHidden: Bool
    /// How much a number may differ from the author's, as a part of it, or absolutely below one.
    public var tolerance: Double
    /// A Swift condition on `answer`; nil compares with the value of the author's solution.
    public var judge: String?
    /// Code whose last expression is the value that is judged.
    public var lines: [CodeLine]
    /// Where it stands.
    public var position: SourcePosition
  }

  /// A typical mistake.
  public struct Mistake: Sendable, Equatable {
    /// The label of the criterion that it fails.
    public var fails: String
    /// What helps against it, as a sentence.
    public var hint: String
    /// A whole answer with the mistake in it.
    public var lines: [CodeLine]
    /// Where it stands.
    public var position: SourcePosition
  }

  /// The text of a student's file that holds `lines`.
  public static func file(_ lines: [CodeLine], modules: [String]) -> String {
    let imports = (["Notebook"] + modules.filter { $0 != "Notebook" }).map { "import \($0)\n" }.joined()
    return imports + "\n" + lines.map(\.text).joined(separator: "\n") + "\n"
  }
}
