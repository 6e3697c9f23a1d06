import ArgumentParser
import Book
import Exercises
import Files
import Foundation
import Runner

/// `galley exercise`
struct ExerciseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exercise", abstract: "Work on the exercises of a book, or grade a class.",
    subcommands: [
      ExerciseListCommand.self, ExerciseStartCommand.self, ExerciseCheckCommand.self,
      ExerciseWatchCommand.self,
      ExerciseHintCommand.self, ExerciseResetCommand.self, ExerciseSolutionCommand.self,
      ExerciseProgressCommand.self, ExerciseExportCommand.self, ExerciseGradeCommand.self,
    ])
}

/// The exercises of a book, with the folder and the progress of the student.
struct ExerciseDesk {
  let workshop: Workshop
  let settings: BookSettings
  let exercises: [Exercise]
  let folder: ExerciseFolder
  let progress: ProgressFile

  /// The desk of a command that judges answers in isolation if this machine can isolate.
  init(_ book: BookOptions, _ options: RunOptions) throws {
    try self.init(workshop: Workshop(Self.located(book), options))
  }

  /// The desk of a command that judges no answer, or runs answers in an isolation of its own.
  init(_ book: BookOptions, library: LibraryOption? = nil) throws {
    try self.init(workshop: Workshop(Self.located(book), library: library))
  }

  private init(workshop: Workshop) throws {
    self.workshop = workshop
    let reading = workshop.folder.read()
    let read = reading.book?.chapters.map { Exercise.read($0) } ?? []
    let diagnostics = reading.diagnostics + read.flatMap(\.diagnostics)
    workshop.printer.show(diagnostics)
    guard let book = reading.book, !diagnostics.hasErrors else {
      throw ExitCode.invalidInput
    }
    settings = book.settings
    exercises = read.flatMap(\.exercises)
    let path = workshop.folder.root + "/exercises"
    folder = ExerciseFolder(
      path: path, modules: settings.modules,
      packageFolder: settings.package == nil
        ? workshop.folder.modulesPackage : PackageBuild.folder(in: workshop.folder.cacheFolder))
    progress = ProgressFile(in: path)
  }

  /// The named book; the one around this folder if none is named.
  private static func located(_ book: BookOptions) -> BookOptions {
    var book = book
    if book.book == ".", let folder = bookAroundThisFolder { book.book = folder }
    return book
  }

  /// The folder of the book that this folder is in; nil if this folder holds a book itself or is in no book.
  private static var bookAroundThisFolder: String? {
    var folder = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
    if BookFolder(at: folder.path).exists { return nil }
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      if BookFolder(at: folder.path).exists { return folder.path }
    }
    return nil
  }

  /// The exercises that the student has begun; in the folder of one of them, only this one.
  var begunExercises: [Exercise] {
    let begun = exercises.filter { folder.isStarted($0.label) }
    let here = FileManager.default.currentDirectoryPath + "/"
    return begun.first { here.hasPrefix("\(folder.path)/\($0.label)/") }.map { [$0] } ?? begun
  }

  /// The exercise with this label; throws an error that suggests the nearest label.
  func exercise(_ label: String) throws -> Exercise {
    if let exercise = exercises.first(where: { $0.label == label }) { return exercise }
    let nearest = nearestName(to: label, among: exercises.map(\.label)).map { "; did you mean '\($0)'?" }
    throw ValidationError(
      "there is no exercise '\(label)'\(nearest ?? "; 'galley exercise list' lists them")")
  }

  /// The grader for the user's own answers, isolated if this machine can isolate.
  func grader() async throws -> Grader {
    let runner = try await workshop.runner(for: settings, sandbox: try? await Sandbox.find())
    return Grader(runner: runner, modules: settings.modules, cache: workshop.cache)
  }

  /// The grader for answers of others in the folder `submissions`. Throws if this machine cannot isolate them, unless
  /// the teacher trusts them.
  func grader(ofOthers seed: UInt64, in submissions: String, isTrusting: Bool) async throws -> Grader {
    var sandbox: Sandbox?
    do {
      sandbox = try await Sandbox.find().hiding([submissions])
    } catch let reason as Sandbox.Unavailable {
      guard isTrusting else {
        throw ValidationError(
          "galley does not run answers of others without isolation: \(reason), or grade with '--trusting'")
      }
      Terminal.standardError.write(
        "warning: answers run without isolation: \(reason). An answer can read this book with its solutions, the "
          + "submissions of others and the expected values, and can change every file that you can change")
    }
    let runner = try await workshop.runner(for: settings, isFresh: true, sandbox: sandbox)
    return Grader(runner: runner, modules: settings.modules, cache: nil, gradingSeed: seed)
  }

  /// A path as the student would type it.
  func shown(_ path: String) -> String {
    let here = FileManager.default.currentDirectoryPath + "/"
    return path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
  }

  /// Judges the student's answer, prints the grade and saves it in the progress file.
  func check(_ exercise: Exercise, by grader: Grader) async throws -> Grade {
    let path = folder.answerPath(of: exercise.label)
    let data: Data
    do {
      data = try FileDoor.read(path: path, atMost: SizeLimit.answer)
    } catch {
      throw ValidationError(
        error == .missing
          ? "'\(exercise.label)' has not been started; begin with 'galley exercise start \(exercise.label)'"
          : "\(shown(path)): the answer cannot be read: \(error.message); \(error.fix)")
    }
    if let other = folder.otherSources(of: exercise.label).first {
      throw ValidationError(
        "\(shown(other)): only '\(ExerciseFolder.answerName)' is judged and handed in; move this code into it"
      )
    }
    let text = String(decoding: data, as: UTF8.self)
    let display = WorkDisplay("judging \(exercise.label)")
    defer { display.end() }
    let grade = try await grader.grade(text, file: shown(path), of: exercise)
    display.end()
    try progress.note(exercise.label, earned: grade.earned, points: grade.points)
    print(GradeText.text(of: grade, exercise))
    return grade
  }
}
