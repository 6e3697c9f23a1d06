import Book
import Foundation

/// What the students of a class have handed in: a folder for each of them.
public struct Submissions: Sendable {
  /// What one student has handed in for one exercise.
  public struct Submission: Sendable, Equatable {
    /// The name of the student's folder.
    public var student: String
    /// The label of the exercise.
    public var exercise: String
    /// The student's code, or why there is none.
    var answer: Answer
  }

  /// What was found for an exercise.
  enum Answer: Sendable, Equatable {
    case text(String)
    /// A sentence without a capital.
    case missing(String)
  }

  /// One for each student and each exercise that anybody has answered, in the order of names.
  public let all: [Submission]

  /// Finds in `folder` what answers `exercises`: `STUDENT/EXERCISE/Sources/*/Answer.swift`, also below a folder
  /// `exercises`, or `STUDENT/EXERCISE.swift`.
  public init(in folder: String, exercises: [String]) {
    let students = Self.names(in: folder).filter { !$0.hasPrefix(".") }
    var found: [String: [String: HandedInFile]] = [:]
    for student in students {
      for exercise in exercises {
        found[student, default: [:]][exercise] = Self.file(exercise, student, in: folder)
      }
    }
    let answered = exercises.filter { exercise in
      students.contains { found[$0]?[exercise]?.isAnswer == true }
    }
    let asked = answered.isEmpty ? exercises : answered
    all = students.flatMap { student in
      asked.map { exercise in
        let answer: Answer =
          switch found[student]?[exercise] ?? .absent {
          case .text(let text): .text(text)
          case .refused(let reason), .unreachable(let reason): .missing(reason)
          case .absent:
            .missing(MissingAnswer.reason(exercise, student: student, in: folder, exercises: exercises))
          }
        return Submission(student: student, exercise: exercise, answer: answer)
      }
    }
  }

  /// The first of the places where an answer may lie that holds anything.
  private static func file(_ exercise: String, _ student: String, in folder: String) -> HandedInFile {
    let module = ExerciseFolder.moduleName(exercise)
    let bases = [[student], [student, "exercises"]]
    let places =
      bases.map { $0 + [exercise, "Sources", module, ExerciseFolder.answerName] }
      + bases.map { $0 + ["\(exercise).swift"] }
    return places.lazy.map { HandedInFile($0, in: folder) }.first { $0 != .absent } ?? .absent
  }

  static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  /// Copies every answer to `folder/EXERCISE/STUDENT.swift`: what programs that look for plagiarism want.
  public func copySources(to folder: String) throws {
    for submission in all {
      guard case .text(let text) = submission.answer else { continue }
      let target = "\(folder)/\(submission.exercise)"
      try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
      try Data(text.utf8).write(
        to: URL(fileURLWithPath: "\(target)/\(submission.student).swift"), options: .atomic)
    }
  }
}
