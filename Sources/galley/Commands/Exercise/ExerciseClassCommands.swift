import ArgumentParser
import Exercises
import Foundation

/// `galley exercise export`
struct ExerciseExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write all exercises to a folder, for students or for those who teach.",
    discussion: """
      What students get are Swift packages that need neither this book nor this machine: 'swift run check' runs the \
      visible checks. They hold no solution, no hidden check and no typical mistake.
      """)
  @Option(help: ArgumentHelp("Write starters and visible checks, here.", valueName: "folder")) var student:
    String?
  @Option(help: ArgumentHelp("Write solutions, checks and typical mistakes, too, here.", valueName: "folder"))
  var instructor: String?
  @OptionGroup var book: BookOptions

  func validate() throws {
    if student == nil && instructor == nil {
      throw ValidationError("say '--student FOLDER' or '--instructor FOLDER'")
    }
  }

  func run() async throws {
    let desk = try ExerciseDesk(book)
    if let student { try await StudentExport(desk: desk, folder: student).write() }
    if let instructor {
      for exercise in desk.exercises {
        try desk.folder.export(exercise, to: "\(instructor)/\(exercise.label)")
      }
    }
    for target in [student, instructor].compactMap({ $0 }) {
      print("\(desk.exercises.count) exercises in \(target)")
    }
  }
}

/// `galley exercise grade`
struct ExerciseGradeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grade", abstract: "Grade a folder with a folder for each student.",
    discussion: """
      A student's folder holds EXERCISE/Sources/…/Answer.swift, as 'galley exercise start' lays it out, or \\
      EXERCISE.swift. A submission that is wrong, hangs, does not compile, is a link or is not found has a grade like \\
      any other, with its reason; the command fails only when there is nothing to grade. Answers run isolated from the \\
      book, from each other and from the network; where that cannot be had, it takes '--trusting'.
      """)
  @Argument(help: ArgumentHelp("The folder with the students' folders.", valueName: "submissions"))
  var submissions: String
  @Option(help: ArgumentHelp("Write a table.", valueName: "file")) var csv: String?
  @Option(help: ArgumentHelp("Write everything that is known of each grade.", valueName: "file")) var json:
    String?
  @Option(help: ArgumentHelp("Copy all answers here, ordered by exercise.", valueName: "folder")) var sources:
    String?
  @Option(help: "What the seeds of hidden checks follow from.") var seed: UInt64 = 1
  @Flag(
    help:
      "Run answers without isolation where there is none; they can then read the book and change your files.")
  var trusting = false
  @OptionGroup var book: BookOptions

  func run() async throws {
    let desk = try ExerciseDesk(book)
    let found = Submissions(in: submissions, exercises: desk.exercises.map(\.label))
    if found.all.isEmpty {
      throw ValidationError(
        "there is nothing to grade in '\(submissions)'; it has to hold a folder for each student")
    }
    if let sources { try found.copySources(to: sources) }
    let grader = try await desk.grader(ofOthers: seed, isTrusting: trusting)
    let grades = try await ClassGrades.grade(found, of: desk.exercises, by: grader) { entry in
      Terminal.standardError.write(
        "\(entry.student.printable): \(entry.grade.exercise) \(entry.grade.earned) of \(entry.grade.points)")
    }
    if let csv { try write(Data(grades.csv.utf8), to: csv) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    if let json { try write(try encoder.encode(grades), to: json) }
    if csv == nil && json == nil { print(grades.csv.replacing("\r\n", with: "\n"), terminator: "") }
  }

  private func write(_ data: Data, to path: String) throws {
    do {
      try data.write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw ValidationError("\(path) cannot be written; name a file in a folder that exists")
    }
  }
}
