import ArgumentParser
import Exercises
import Foundation
import Synchronization

/// `galley exercise export`
struct ExerciseExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write all exercises to a folder, for students or for teachers.",
    discussion: """
      Students get Swift packages that need neither this book nor this machine: 'swift run check' runs the visible \
      checks. The packages hold no solution, no hidden check and no typical mistake.
      """)
  @Option(help: ArgumentHelp("Write starters and visible checks to this folder.", valueName: "folder"))
  var student: String?
  @Option(
    help: ArgumentHelp(
      "Write starters, solutions, all checks and typical mistakes to this folder.", valueName: "folder"))
  var instructor: String?
  @OptionGroup var book: BookOptions
  @OptionGroup var options: RunOptions

  func validate() throws {
    if student == nil && instructor == nil {
      throw ValidationError("name a folder with '--student' or '--instructor'")
    }
  }

  func run() async throws {
    let desk = try ExerciseDesk(book, options)
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
    commandName: "grade", abstract: "Grade a folder that holds a folder for each student.",
    discussion: """
      A student's folder must hold EXERCISE/Sources/MODULE/Answer.swift, as 'galley exercise start' creates it, \
      or EXERCISE.swift. A submission that is wrong, hangs, does not compile, is a link or is missing also gets \
      a grade, with the reason; the command fails only if there is nothing to grade. Answers run isolated from \
      the book, from each other and from the network. If this machine cannot isolate them, the command needs \
      '--trusting'.
      """)
  @Argument(help: ArgumentHelp("The folder with the students' folders.", valueName: "submissions"))
  var submissions: String
  @Option(help: ArgumentHelp("Write the grades as a CSV table; '-' is standard output.", valueName: "file"))
  var csv: String?
  @Option(
    help: ArgumentHelp("Write all details of the grades as JSON; '-' is standard output.", valueName: "file"))
  var json: String?
  @Option(help: ArgumentHelp("Copy all answers to this folder, sorted by exercise.", valueName: "folder"))
  var sources: String?
  @Option(help: "The number from which the seeds of hidden checks are derived.") var seed: UInt64 = 1
  @Flag(
    help:
      "Run answers even if this machine cannot isolate them; they can then read the book and change your files."
  )
  var trusting = false
  @OptionGroup var book: BookOptions
  @OptionGroup var library: LibraryOption

  func run() async throws {
    let desk = try ExerciseDesk(book, library: library)
    let found = Submissions(in: submissions, exercises: desk.exercises.map(\.label))
    if found.all.isEmpty {
      throw ValidationError(
        "there is nothing to grade in '\(submissions)'; it must hold a folder for each student")
    }
    if let sources { try found.copySources(to: sources) }
    let grader = try await desk.grader(ofOthers: seed, in: submissions, isTrusting: trusting)
    let done = Atomic(0)
    let preparing = WorkDisplay("running the solutions and \(found.all.count) answers")
    defer { preparing.end() }
    let grades = try await ClassGrades.grade(found, of: desk.exercises, by: grader) { entry in
      preparing.end()
      let number = done.add(1, ordering: .relaxed).newValue
      Terminal.standardError.write(
        "\(entry.student.printable): \(entry.grade.exercise) \(entry.grade.earned) of \(entry.grade.points)"
          + " (\(number) of \(found.all.count))")
    }
    if let csv { try write(Data(grades.csv.utf8), to: csv) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    if let json { try write(try encoder.encode(grades), to: json) }
    if csv == nil && json == nil { print(grades.csv.replacing("\r\n", with: "\n"), terminator: "") }
  }

  private func write(_ data: Data, to path: String) throws {
    if path == "-" { return FileHandle.standardOutput.write(data) }
    do {
      try data.write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw ValidationError("\(path) cannot be written; name a file in a folder that exists")
    }
  }
}
