import Foundation

/// What the students of a class have handed in: a folder for each of them.
package struct Submissions: Sendable {
  /// An answer that was handed in.
  package struct Submission: Sendable, Equatable {
    /// The name of the student's folder.
    package var student: String
    /// The label of the exercise.
    package var exercise: String
    /// The student's file.
    package var path: String
  }

  /// In the order of names.
  package let all: [Submission]

  /// Finds in `folder` what answers one of `exercises`: `STUDENT/EXERCISE/Sources/*/Answer.swift`, also below a folder
  /// `exercises`, or `STUDENT/EXERCISE.swift`.
  package init(in folder: String, exercises: [String]) {
    var found: [Submission] = []
    for student in Self.names(in: folder) where !student.hasPrefix(".") {
      for exercise in exercises {
        let bases = ["\(folder)/\(student)", "\(folder)/\(student)/exercises"]
        let packages = bases.map {
          "\($0)/\(exercise)/Sources/\(ExerciseFolder.moduleName(exercise))/Answer.swift"
        }
        let candidates = packages + bases.map { "\($0)/\(exercise).swift" }
        if let path = candidates.first(where: FileManager.default.fileExists(atPath:)) {
          found.append(Submission(student: student, exercise: exercise, path: path))
        }
      }
    }
    all = found
  }

  private static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  /// Copies every answer to `folder/EXERCISE/STUDENT.swift`: what programs that look for plagiarism want.
  package func copySources(to folder: String) throws {
    for submission in all {
      let target = "\(folder)/\(submission.exercise)"
      try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
      try Data(contentsOf: URL(fileURLWithPath: submission.path)).write(
        to: URL(fileURLWithPath: "\(target)/\(submission.student).swift"), options: .atomic)
    }
  }
}
