import Book

/// A mistake in the way an exercise is written.
enum ExerciseProblem: Equatable {
  case optionMissing(String, role: String)
  case exerciseUnknown(String, nearest: String?)
  case solutionMissing
  case solutionNested
  case solutionUnclosed
  case solutionEndsAlone
  case solutionMarkerNearly(String)
  case criteriaMissing(String)
  case criterionTaken(String)
  case criterionUnknown(String, nearest: String?)
  case pointsDiffer(declared: Int, sum: Int)

  /// The problem as an error at `position`.
  func diagnostic(at position: SourcePosition) -> Diagnostic {
    Diagnostic(.error, at: position, message, fix: fix)
  }

  private var message: String {
    switch self {
    case .optionMissing(let name, let role): "'\(role)' must have the option '\(name)'"
    case .exerciseUnknown(let label, _): "no exercise of this chapter is called '\(label)'"
    case .solutionMissing: "the exercise must have a part that the student writes"
    case .solutionNested: "a solution begins inside another one"
    case .solutionUnclosed: "the solution that begins here has no end"
    case .solutionEndsAlone: "the solution that ends here has no beginning"
    case .solutionMarkerNearly(let text):
      "'\(text)' is nearly a marker, and students would see the code after it"
    case .criteriaMissing(let label): "the exercise '\(label)' must have a check"
    case .criterionTaken(let label): "another check of the exercise is called '\(label)'"
    case .criterionUnknown(let label, _): "no check of the exercise is called '\(label)'"
    case .pointsDiffer(let declared, let sum):
      "the points of the exercise must be the sum of its checks, which is \(sum), not \(declared)"
    }
  }

  private var fix: String? {
    switch self {
    case .optionMissing(let name, _): "add a line '//| \(name): …'"
    case .exerciseUnknown(_, let nearest), .criterionUnknown(_, let nearest):
      nearest.map { "did you mean '\($0)'?" }
    case .solutionMissing:
      "put '// BEGIN SOLUTION' and '// END SOLUTION' around the part that the student must write"
    case .solutionNested, .solutionUnclosed: "write '// END SOLUTION' before it"
    case .solutionEndsAlone: "write '// BEGIN SOLUTION' above it"
    case .solutionMarkerNearly: "write '// BEGIN SOLUTION' or '// END SOLUTION'"
    case .criteriaMissing(let label): "add a 'check' block with '//| exercise: \(label)'"
    case .criterionTaken: "give it another label"
    case .pointsDiffer: "leave out the points of the exercise, or make them the sum"
    }
  }
}
