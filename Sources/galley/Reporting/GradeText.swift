import Exercises

/// The text of a grade for the student.
enum GradeText {
  /// The compiler errors of an answer, or else its points, criteria and hints.
  static func text(of grade: Grade, _ exercise: Exercise) -> String {
    var lines = ["\(exercise.title): \(grade.earned) of \(grade.points) points"]
    if let first = grade.compilerErrors.first {
      lines = ["\(exercise.title): it does not compile yet", "  \(first.description)"]
      lines += grade.compilerErrors.dropFirst().map { "  \($0.description)" }
      return lines.joined(separator: "\n")
    }
    for verdict in grade.criteria {
      let points = "\(verdict.points) \(verdict.points == 1 ? "point" : "points")"
      lines.append("  \(verdict.shortfall == nil ? "✓" : "✗") \(verdict.says) (\(points))")
      if let shortfall = verdict.shortfall { lines.append("      \(shortfall)") }
    }
    lines += grade.hints.map { "  Hint: \($0)" }
    if grade.isSolved { lines.append("  Solved.") }
    return lines.joined(separator: "\n")
  }

  /// One line of a list.
  static func line(of exercise: Exercise, _ state: ProgressFile.State?, isStarted: Bool) -> String {
    let sign = state.map { $0.earned >= $0.points } == true ? "✓" : isStarted ? "·" : " "
    let points = state.map { "\($0.earned) of \(exercise.points)" } ?? "\(exercise.points)"
    return "\(sign) \(exercise.label): \(exercise.title) (\(points) points, \(exercise.chapter))"
  }
}
