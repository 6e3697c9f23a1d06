import Book

/// Splits one marked source into the author's solution and the student's starter.
struct SolutionRegions {
  /// All lines without the markers.
  var solution: [CodeLine] = []
  /// The lines with `// TODO` in place of each marked region.
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
      case let text where text.contains(/^\/\/+\s*(BEGIN|END)\s*SOLUTION/.ignoresCase()):
        problems.append((.solutionMarkerNearly(String(text)), line.position))
      default:
        solution.append(line)
        if opening == nil { starter.append(line) }
      }
    }
    if let opening { problems.append((.solutionUnclosed, opening.position)) }
    if regionCount == 0 { problems.append((.solutionMissing, position)) }
  }
}
