import Book

/// What can be wrong with how an exercise is written, as data.
enum ExerciseProblem: Equatable {
  case optionMissing(String, role: String)
  case exerciseUnknown(String, nearest: String?)
  case solutionMissing
  case solutionNested
  case solutionUnclosed
  case solutionEndsAlone
  case criteriaMissing(String)
  case criterionTaken(String)
  case criterionUnknown(String, nearest: String?)
  case pointsDiffer(declared: Int, sum: Int)

  /// The problem in words, at its place.
  func diagnostic(at position: SourcePosition) -> Diagnostic {
    Diagnostic(.error, at: position, message, fix: fix)
  }

  private var message: String {
    switch self {
    case .optionMissing(let name, let role): "'\(role)' has no '\(name)'"
    case .exerciseUnknown(let label, _): "no exercise of this chapter is called '\(label)'"
    case .solutionMissing: "the exercise leaves nothing to the student"
    case .solutionNested: "a solution begins inside another one"
    case .solutionUnclosed: "the solution that begins here has no end"
    case .solutionEndsAlone: "a solution ends here that has not begun"
    case .criteriaMissing(let label): "nothing judges the exercise '\(label)'"
    case .criterionTaken(let label): "another check of the exercise is called '\(label)'"
    case .criterionUnknown(let label, _): "no check of the exercise is called '\(label)'"
    case .pointsDiffer(let declared, let sum):
      "the exercise is worth \(declared) points and its checks \(sum)"
    }
  }

  private var fix: String? {
    switch self {
    case .optionMissing(let name, _): "add a line '//| \(name): …'"
    case .exerciseUnknown(_, let nearest), .criterionUnknown(_, let nearest):
      nearest.map { "did you mean '\($0)'?" }
    case .solutionMissing: "put '// BEGIN SOLUTION' and '// END SOLUTION' around what is to be found"
    case .solutionNested, .solutionUnclosed: "write '// END SOLUTION' before it"
    case .solutionEndsAlone: "write '// BEGIN SOLUTION' above it"
    case .criteriaMissing(let label): "add a 'check' block with '//| exercise: \(label)'"
    case .criterionTaken: "give it another label"
    case .pointsDiffer: "leave out the points of the exercise, or make them the sum"
    }
  }
}
