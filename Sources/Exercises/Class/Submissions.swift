import Book
import Foundation

/// The submissions of a class, read from a folder for each student.
public struct Submissions: Sendable {
  /// The answer of one student to one exercise, or the reason why there is none.
  public struct Submission: Sendable, Equatable {
    /// The name of the student's folder.
    public var student: String
    /// The label of the exercise.
    public var exercise: String
    /// The student's code, or the reason why there is none.
    var answer: Answer
  }

  /// The code for an exercise, or the reason why there is none.
  enum Answer: Sendable, Equatable {
    case text(String)
    /// The reason, as a sentence without a capital.
    case missing(String)
  }

  /// One entry for each student and each exercise that at least one student has answered, in the order of names. If
  /// nobody has answered anything, there is an entry for every exercise.
  public let all: [Submission]

  /// Finds the answers to `exercises` in `folder`: `STUDENT/EXERCISE/Sources/*/Answer.swift`, also below a folder
  /// `exercises`, or `STUDENT/EXERCISE.swift`.
  public init(in folder: String, exercises: [String]) {
    let students = Self.names(in: folder).filter { !$0.hasPrefix(".") }
    // Names that only differ in how they write an accent are equal as strings but are different folders, so answers are
    // kept by position.
    let answers = students.map { student in exercises.map { Self.file($0, student, in: folder) } }
    let answered = exercises.indices.filter { number in answers.contains { $0[number].isAnswer } }
    let asked = answered.isEmpty ? Array(exercises.indices) : answered
    all = zip(students, answers).flatMap { student, files in
      asked.map { number in
        let exercise = exercises[number]
        let answer: Answer =
          switch files[number] {
          case .text(let text): .text(text)
          case .refused(let reason), .unreachable(let reason): .missing(reason)
          case .absent:
            .missing(MissingAnswer.reason(exercise, student: student, in: folder, exercises: exercises))
          }
        return Submission(student: student, exercise: exercise, answer: answer)
      }
    }
  }

  /// The first file that exists among the possible places of an answer.
  private static func file(_ exercise: String, _ student: String, in folder: String) -> HandedInFile {
    let module = ExerciseFolder.moduleName(exercise)
    let bases = [student, student + "/exercises"]
    let places =
      bases.map { "\($0)/\(exercise)/Sources/\(module)/\(ExerciseFolder.answerName)" }
      + bases.map { "\($0)/\(exercise).swift" }
    return places.lazy.map { HandedInFile($0, in: folder) }.first { $0 != .absent } ?? .absent
  }

  static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  /// Copies every answer to `folder/EXERCISE/STUDENT.swift`, the layout that plagiarism detectors expect.
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
