import Book
import Foundation

extension ExerciseFolder {
  /// Writes an exercise for teachers to `folder`, with its solution, checks and mistakes.
  package func export(_ exercise: Exercise, to folder: String) throws {
    try write(exercise.starter, of: exercise, to: folder)
    let extra = folder + "/instructor"
    try FileManager.default.createDirectory(atPath: extra, withIntermediateDirectories: true)
    try text(exercise.solution).write(toFile: "\(extra)/solution.swift", atomically: true, encoding: .utf8)
    for criterion in exercise.criteria {
      let head =
        "// \(criterion.says) (\(criterion.points))\(criterion.isHidden ? ", hidden" : "")\n"
        + (criterion.judge.map { "// judged by: \($0)\n" } ?? "")
      try (head + text(criterion.lines)).write(
        toFile: "\(extra)/check-\(criterion.label).swift", atomically: true, encoding: .utf8)
    }
    for (number, mistake) in exercise.mistakes.enumerated() {
      let head = "// Fails \(mistake.fails). Hint: \(mistake.hint)\n"
      try (head + text(mistake.lines)).write(
        toFile: "\(extra)/wrong-\(number + 1).swift", atomically: true, encoding: .utf8)
    }
  }

  private func text(_ lines: [CodeLine]) -> String { lines.map(\.text).joined(separator: "\n") + "\n" }
}
