import Book

/// The two texts that one marked source holds: what the author wrote, and what the student begins with.
struct SolutionRegions {
  /// Without the markers.
  var solution: [CodeLine] = []
  /// With `// TODO` for each marked region.
  var starter: [CodeLine] = []
  var problems: [(ExerciseProblem, SourcePosition)] = []

  init(_ lines: [CodeLine], at position: SourcePosition) {
    var opening: CodeLine?
    var regionCount = 0
    for line in lines {
      switch line.text.drop(while: { $0 == " " }) {
      case "// BEGIN SOLUTION":
        if opening != nil { problems.append((.solutionNested, line.position)) }
        opening = line
        regionCount += 1
        var todo = line
        todo.text = line.text.replacing("// BEGIN SOLUTION", with: "// TODO")
        starter.append(todo)
      case "// END SOLUTION":
        if opening == nil { problems.append((.solutionEndsAlone, line.position)) }
        opening = nil
      default:
        solution.append(line)
        if opening == nil { starter.append(line) }
      }
    }
    if let opening { problems.append((.solutionUnclosed, opening.position)) }
    if regionCount == 0 { problems.append((.solutionMissing, position)) }
  }
}
