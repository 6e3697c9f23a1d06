import ArgumentParser
import Exercises
import Foundation
import Preview

/// `galley exercise list`
struct ExerciseListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the exercises, with your progress on each.")
  @OptionGroup var book: BookOptions

  func run() async throws {
    let desk = try ExerciseDesk(book)
    if desk.exercises.isEmpty { print("this book has no exercises") }
    let states = desk.progress.states
    for exercise in desk.exercises {
      print(
        GradeText.line(of: exercise, states[exercise.label], isStarted: desk.folder.isStarted(exercise.label))
      )
    }
  }
}

/// `galley exercise progress`
struct ExerciseProgressCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress", abstract: "Show how much of the book is solved.")
  @OptionGroup var book: BookOptions

  func run() async throws {
    let desk = try ExerciseDesk(book)
    let states = desk.progress.states
    for exercise in desk.exercises where states[exercise.label] != nil {
      print(GradeText.line(of: exercise, states[exercise.label], isStarted: true))
    }
    let earned = desk.exercises.map { min(states[$0.label]?.earned ?? 0, $0.points) }.reduce(0, +)
    let solved = desk.exercises.count { states[$0.label].map { $0.earned >= $0.points } ?? false }
    print(
      "\(solved) of \(desk.exercises.count) exercises solved, \(earned) of "
        + "\(desk.exercises.map(\.points).reduce(0, +)) points")
  }
}

/// `galley exercise start`
struct ExerciseStartCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start", abstract: "Begin an exercise: create a package to work in.")
  @Argument(help: "The exercise's name.") var name: String
  @OptionGroup var book: BookOptions

  func run() async throws {
    let desk = try ExerciseDesk(book)
    let exercise = try desk.exercise(name)
    let isNew = try desk.folder.start(exercise)
    try desk.progress.note(name, points: exercise.points)
    let path = desk.shown(desk.folder.answerPath(of: name))
    print(isNew ? "edit \(path)" : "already begun, not changed: \(path)")
    print("then: galley exercise check \(name)")
  }
}

/// `galley exercise check`
struct ExerciseCheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Judge the answer to one exercise, or to all that you have begun.")
  @Argument(help: "The exercise's name.") var name: String?
  @OptionGroup var book: BookOptions
  @OptionGroup var options: RunOptions

  func run() async throws {
    let desk = try ExerciseDesk(book, options)
    let chosen =
      try name.map { [try desk.exercise($0)] } ?? desk.begunExercises
    if chosen.isEmpty {
      throw ValidationError("no exercise was begun; 'galley exercise list' lists the exercises")
    }
    let grader = try await desk.grader()
    var isSolved = true
    for exercise in chosen {
      let grade = try await desk.check(exercise, by: grader)
      isSolved = isSolved && grade.isSolved
    }
    if !isSolved { throw ExitCode.failedCheck }
  }
}

/// `galley exercise watch`
struct ExerciseWatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Judge an answer each time you save it.")
  @Argument(help: "The exercise's name.") var name: String
  @OptionGroup var book: BookOptions
  @OptionGroup var options: RunOptions

  func run() async throws {
    let desk = try ExerciseDesk(book, options)
    let exercise = try desk.exercise(name)
    _ = try desk.folder.start(exercise)
    let grader = try await desk.grader()
    let watch = FolderWatch(folders: [desk.folder.path + "/\(name)/Sources"])
    var snapshot = watch.snapshot()
    while true {
      let grade = try await desk.check(exercise, by: grader)
      if grade.isSolved { return }
      print("\nwaiting for \(desk.shown(desk.folder.answerPath(of: name))); press Control-C to stop")
      guard let changed = await watch.change(from: snapshot) else { return }
      snapshot = changed
    }
  }
}

/// `galley exercise hint`
struct ExerciseHintCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hint", abstract: "Show the next hint for an exercise.")
  @Argument(help: "The exercise's name.") var name: String
  @OptionGroup var book: BookOptions

  func run() async throws {
    let desk = try ExerciseDesk(book)
    let exercise = try desk.exercise(name)
    if exercise.hints.isEmpty { return print("'\(name)' has no hints") }
    let shown = min((desk.progress.states[name]?.hints ?? 0) + 1, exercise.hints.count)
    for (number, hint) in exercise.hints.prefix(shown).enumerated() {
      print("Hint \(number + 1) of \(exercise.hints.count): \(hint)\n")
    }
    try desk.progress.note(name, points: exercise.points, hints: shown)
  }
}

/// `galley exercise reset`
struct ExerciseResetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reset", abstract: "Begin an exercise again; the old answer is kept beside the new one.")
  @Argument(help: "The exercise's name.") var name: String
  @OptionGroup var book: BookOptions

  func run() async throws {
    let desk = try ExerciseDesk(book)
    let kept = try desk.folder.reset(try desk.exercise(name))
    print("edit \(desk.shown(desk.folder.answerPath(of: name)))")
    if let kept { print("the old answer is in \(desk.shown(kept))") }
  }
}

/// `galley exercise solution`
struct ExerciseSolutionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solution", abstract: "Show the author's solution.")
  @Argument(help: "The exercise's name.") var name: String
  @OptionGroup var book: BookOptions

  func run() async throws {
    let desk = try ExerciseDesk(book)
    let exercise = try desk.exercise(name)
    guard desk.settings.showsSolutions else {
      throw ValidationError("this book withholds its solutions ('solutions: withheld' in book.yml)")
    }
    print(exercise.solution.map(\.text).joined(separator: "\n"))
  }
}
