import Book
import Foundation

/// Explains why a student's folder holds no answer, so that the student understands the grade of zero.
enum MissingAnswer {
  /// The reason, as a sentence without a capital.
  static func reason(_ exercise: String, student: String, in folder: String, exercises: [String]) -> String {
    let path = "\(folder)/\(student)"
    switch kind(of: path) {
    case .typeSymbolicLink: return "'\(student)' is a symbolic link, which is not followed"
    case .typeDirectory: break
    default: return "'\(student)' is a file; put it into a folder with the student's name"
    }
    let names = Submissions.names(in: path).filter { !$0.hasPrefix(".") }
    if names.isEmpty { return "the folder is empty" }
    if let place = nested(exercise, below: path) {
      return "the answer lies too deep, at '\(student)/\(place)'; move it to '\(student)/\(exercise).swift'"
    }
    let others = (names + Submissions.names(in: path + "/exercises")).filter { !exercises.contains(stem($0)) }
    if let other = others.first(where: { nearestName(to: stem($0), among: exercises) == exercise }) {
      return
        "'\(other)' is not an exercise of this book; rename it to '\(other.replacing(stem(other), with: exercise))'"
    }
    let shown = names.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
    return
      "no answer to this exercise was handed in; the folder holds \(shown)\(names.count > 3 ? " and more" : "")"
  }

  /// The path of `half.swift`, or of the answer in a package `half`, up to eight folders below `path`.
  private static func nested(_ exercise: String, below path: String) -> String? {
    var waiting = [""]
    for _ in 0..<200 where !waiting.isEmpty {
      let folder = waiting.removeFirst()
      for name in Submissions.names(in: "\(path)/\(folder)").prefix(200) {
        let place = folder.isEmpty ? name : "\(folder)/\(name)"
        if name == "\(exercise).swift" || place.hasSuffix("\(exercise)/\(ExerciseFolder.answerName)") {
          return place
        }
        if name == ExerciseFolder.answerName, place.split(separator: "/").contains(Substring(exercise)) {
          return place
        }
        if kind(of: "\(path)/\(place)") == .typeDirectory, place.split(separator: "/").count < 8 {
          waiting.append(place)
        }
      }
    }
    return nil
  }

  private static func stem(_ name: String) -> String {
    name.hasSuffix(".swift") ? String(name.dropLast(".swift".count)) : name
  }

  /// The type of the file at `path`; links are not followed.
  private static func kind(of path: String) -> FileAttributeType? {
    (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
  }
}
