import Book
import Foundation

/// The grades of a class.
package struct ClassGrades: Sendable, Encodable {
  /// One entry for each submission, in the order of names.
  package var grades: [Entry]

  /// The grade of one submission.
  package struct Entry: Sendable, Encodable {
    /// The name of the student's folder.
    package var student: String
    /// The grade, with a reason for each missed criterion.
    package var grade: Grade
  }

  /// Grades all submissions, as many at once as the machine has cores. A bad submission does not affect the others.
  package static func grade(
    _ submissions: Submissions, of exercises: [Exercise], by grader: Grader,
    progress: @escaping @Sendable (Entry) -> Void
  ) async throws -> ClassGrades {
    let byLabel = Dictionary(uniqueKeysWithValues: exercises.map { ($0.label, $0) })
    // Compute the author's values first; otherwise every submission would wait for them.
    for label in Set(submissions.all.map(\.exercise)).sorted() {
      guard let exercise = byLabel[label] else { continue }
      let trials = try await grader.keptOutcomes(of: exercise.solution, exercise)
      if let reason = trials.failure { throw UnsoundExercise(label: label, reason: reason) }
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
    switch submission.answer {
    case .text(let text): return try await grader.grade(text, file: file, of: exercise)
    case .missing(let reason):
      var grade = Grade(exercise: exercise.label)
      grade.criteria = exercise.criteria.map {
        Grade.Verdict(label: $0.label, says: $0.says, points: $0.points, shortfall: .notGraded(reason))
      }
      return grade
    }
  }

  /// The author's solution gives no values, so nothing can be graded.
  package struct UnsoundExercise: Error, CustomStringConvertible {
    var label: String
    var reason: String

    /// The reason in words.
    package var description: String {
      "nobody was graded, because the author's own solution of '\(label)' gives no value: \(reason)"
    }
  }
}
