import Book
import Foundation

/// The grades of a class.
package struct ClassGrades: Sendable, Encodable {
  /// One for each submission, in the order of names.
  package var grades: [Entry]

  /// The grade of one submission.
  package struct Entry: Sendable, Encodable {
    /// The name of the student's folder.
    package var student: String
    /// What it is worth, and why.
    package var grade: Grade
  }

  /// Grades all submissions, as many at once as the machine has cores. What is wrong with one stays with it.
  package static func grade(
    _ submissions: Submissions, of exercises: [Exercise], by grader: Grader,
    progress: @escaping @Sendable (Entry) -> Void
  ) async throws -> ClassGrades {
    let byLabel = Dictionary(uniqueKeysWithValues: exercises.map { ($0.label, $0) })
    // The author's own values first, so that not every submission waits for them.
    for label in Set(submissions.all.map(\.exercise)).sorted() {
      guard let exercise = byLabel[label] else { continue }
      _ = try await grader.keptOutcomes(of: exercise.solution, exercise)
    }
    let grades = try await submissions.all.concurrentMap { submission -> Entry? in
      guard let exercise = byLabel[submission.exercise] else { return nil }
      let grade = try await Self.grade(submission, exercise, grader)
      let entry = Entry(student: submission.student, grade: grade)
      progress(entry)
      return entry
    }
    return ClassGrades(grades: grades.compactMap(\.self))
  }

  private static func grade(
    _ submission: Submissions.Submission, _ exercise: Exercise, _ grader: Grader
  ) async throws -> Grade {
    let file = "\(submission.student)/\(submission.exercise)/\(ExerciseFolder.answerName)"
    let data = (try? Data(contentsOf: URL(fileURLWithPath: submission.path))) ?? Data()
    guard data.count <= largestSize, let text = String(data: data, encoding: .utf8) else {
      var grade = Grade(exercise: exercise.label)
      let reason = data.count > largestSize ? "the file is larger than 1 MiB" : "the file is not UTF-8"
      grade.compilerErrors = [Diagnostic(.error, at: SourcePosition(file: file, line: 1), reason)]
      grade.criteria = exercise.criteria.map {
        Grade.Verdict(label: $0.label, says: $0.says, points: $0.points, shortfall: .notGraded(reason))
      }
      return grade
    }
    return try await grader.grade(text, file: file, of: exercise)
  }

  private static let largestSize = 1 << 20

  /// A table with a line for each submission, as RFC 4180 has it.
  package var csv: String {
    let rows = grades.map { entry in
      let failed = entry.grade.criteria.compactMap { verdict in
        verdict.shortfall.map { "\(verdict.label): \($0)" }
      }
      return [
        entry.student, entry.grade.exercise, "\(entry.grade.earned)", "\(entry.grade.points)",
        failed.joined(separator: "; "),
      ]
    }
    return ([["student", "exercise", "earned", "points", "not met"]] + rows).map { row in
      row.map(Self.cell).joined(separator: ",") + "\r\n"
    }.joined()
  }

  private static func cell(_ text: String) -> String {
    // A spreadsheet takes what begins like this for a formula.
    let safe = text.first.map { "=+-@\t\r".contains($0) } == true ? "'" + text : text
    guard safe.contains(where: { "\",\n\r".contains($0) }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}
