import ArgumentParser
import Exercises
import Foundation
import Runner
import Site

/// Writes the exercises of a book to a folder for students, with the sources of the modules that they use.
struct StudentExport {
  let desk: ExerciseDesk
  let folder: String

  func write() async throws {
    let modules =
      desk.exercises.contains(where: usesNotebook)
      ? ["Notebook"] + desk.settings.modules : desk.settings.modules
    let grader = try await desk.grader()
    let display = WorkDisplay("trying the exercises", of: desk.exercises.count)
    defer { display.end() }
    for exercise in desk.exercises {
      defer { display.advance() }
      let bundle = try await StudentBundle(exercise, modules: modules, grader: grader)
      try write(bundle.files.mapValues { Data($0.utf8) }, to: "\(folder)/\(exercise.label)")
    }
    if !modules.isEmpty { try write(try sources(of: modules), to: folder + "/modules") }
  }

  /// Whether the code that students see uses types of the `Notebook` module, which every block imports.
  private func usesNotebook(_ exercise: Exercise) -> Bool {
    let lines = exercise.starter + exercise.criteria.filter { !$0.isHidden }.flatMap(\.lines)
    return lines.contains { $0.text.contains(/\b(SeededGenerator|Table|Column|Displayable)\b/) }
  }

  private func sources(of modules: [String]) throws -> [String: Data] {
    guard let package = desk.workshop.folder.modulesPackage else {
      throw ValidationError(
        "the book is not inside a package with the modules; export from inside that package")
    }
    do {
      let sources = URL(fileURLWithPath: package).appending(path: "Sources")
      return try SwiftExport(sources: sources, modules: modules).packageOfModules()
    } catch let missing as SwiftExport.MissingModule {
      throw ValidationError(missing.description)
    }
  }

  private func write(_ files: [String: Data], to folder: String) throws {
    for (name, data) in files {
      let file = URL(fileURLWithPath: folder).appending(path: name)
      do {
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file, options: .atomic)
      } catch {
        throw ValidationError("\(file.path) cannot be written; choose another folder")
      }
    }
  }
}
