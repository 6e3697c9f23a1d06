import ArgumentParser
import Book
import Foundation
import Runner

/// Finds the modules that a book's chapters are compiled against, and builds them where they have to be.
struct LibrarySearch {
  let folder: BookFolder
  /// The folder that the user names.
  let named: String?
  /// Whether packages that are not this program's may be built, which runs what they say.
  let trustsPackages: Bool

  /// The library that was named; else that of the package around the book, or around this program, brought up
  /// to date; else the one beside this program.
  func library(for settings: BookSettings) async throws -> ModuleLibrary {
    guard let found = try await find(settings) else {
      throw ValidationError(
        "there is no library '\(ModuleLibrary.name)' in \(named ?? "the folder of this program"); "
          + "build it with 'swift build -c release --product \(ModuleLibrary.name)' and name its folder with '--library'"
      )
    }
    return found
  }

  private func find(_ settings: BookSettings) async throws -> ModuleLibrary? {
    let program = Bundle.main.executablePath ?? CommandLine.arguments[0]
    if let named {
      // Absolute, because the compiler runs in a folder of its own.
      return ModuleLibrary(in: URL(fileURLWithPath: named).standardizedFileURL.path)
    }
    if let package = settings.package, let own = LibraryBuild.around(program) {
      let path = URL(fileURLWithPath: package, relativeTo: URL(fileURLWithPath: folder.root + "/"))
      try consent(to: path.standardizedFileURL.path)
      let build = PackageBuild(
        packageFolder: path.standardizedFileURL.path, products: settings.products,
        programFolder: own.packageFolder, folder: folder.root + "/.build/galley/package")
      return try await build.library { Terminal.standardError.write($0) }
    }
    let own = LibraryBuild.around(program)
    if let build = LibraryBuild.around(folder.root) ?? own {
      if build.packageFolder != own?.packageFolder { try consent(to: build.packageFolder) }
      return try await build.library { Terminal.standardError.write($0) }
    }
    return ModuleLibrary.besideProgram(program)
  }

  /// A manifest is a program, and so is what a package builds with.
  private func consent(to package: String) throws {
    if trustsPackages { return }
    throw ValidationError(
      "the modules of this book are built by \(package)/Package.swift, which runs outside of isolation; read it and say "
        + "'--trust-package', name a built library with '--library', or leave out '--isolate'")
  }
}
