import ArgumentParser
import Exercises
import Foundation
import Installation
import Site

/// Writes the exercises of a book to a folder for students, with the sources of the modules that they use.
struct StudentExport {
  let desk: ExerciseDesk
  let folder: String

  func write() async throws {
    let target = URL(fileURLWithPath: folder)
    let own = try OwnPackageCopy(of: desk.settings, in: desk.workshop.folder)?.write(
      to: target, beside: desk.exercises.map(\.label) + ["modules"])
    let needsNotebook = desk.exercises.contains(where: usesNotebook)
    let modules = (needsNotebook ? ["Notebook"] : []) + desk.settings.modules
    let export = try modules.isEmpty ? nil : self.export(of: modules, own)
    let shared = export?.modulesOfProgram.filter { $0 != "Notebook" || needsNotebook } ?? []
    let dependencies = StudentBundle.Dependencies(
      modules: modules,
      packages: (shared.isEmpty ? [] : [".package(path: \"../modules\")"])
        + (own.map { [$0.dependency] } ?? []),
      products: shared.map { ".product(name: \"\($0)\", package: \"modules\")" }
        + (own?.targetDependencies ?? []))
    let grader = try await desk.grader()
    let display = WorkDisplay("trying the exercises", of: desk.exercises.count)
    defer { display.end() }
    for exercise in desk.exercises {
      defer { display.advance() }
      let bundle = try await StudentBundle(exercise, dependencies, grader: grader)
      try write(bundle.files.mapValues { Data($0.utf8) }, to: "\(folder)/\(exercise.label)")
    }
    guard let export, !shared.isEmpty else { return }
    do {
      try write(try export.packageOfModules(), to: folder + "/modules")
    } catch let missing as SwiftExport.MissingModule {
      throw ValidationError(missing.description)
    }
  }

  /// Whether the code that students see uses types of the `Notebook` module, which every block imports.
  private func usesNotebook(_ exercise: Exercise) -> Bool {
    let lines = exercise.starter + exercise.criteria.filter { !$0.isHidden }.flatMap(\.lines)
    return lines.contains { $0.text.contains(/\b(SeededGenerator|Table|Column|Displayable)\b/) }
  }

  private func export(of modules: [String], _ own: SwiftExport.OwnPackage?) throws -> SwiftExport {
    let package = own == nil ? desk.workshop.folder.modulesPackage : Installation.current.package
    guard let package else {
      throw ValidationError(
        "the sources of the modules that exercises use are not beside this program; "
          + "use the galley that was built in the folder of Galley's sources"
      )
    }
    return SwiftExport(
      sources: URL(fileURLWithPath: package).appending(path: "Sources"), modules: modules, package: own)
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
