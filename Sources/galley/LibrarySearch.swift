import ArgumentParser
import Book
import Foundation
import Runner

/// Finds the modules that a book's chapters are compiled against, and builds them if necessary.
struct LibrarySearch {
  let folder: BookFolder
  /// The folder from '--library'.
  let named: String?
  /// Whether packages other than this program's may be built. A build runs code of the package.
  let trustsPackages: Bool

  /// The library in the named folder. Without one: the library of the book's package or of this program's package,
  /// built if it is outdated. Without a package: the library beside this program.
  func library(for settings: BookSettings) async throws -> ModuleLibrary {
    guard let found = try await find(settings) else {
      throw ValidationError(
        "there is no library '\(ModuleLibrary.name)' in \(named ?? "the folder of this program"); "
          + "build it with 'swift build -c release --product \(ModuleLibrary.name)' and name its folder with '--library'"
      )
    }
    return found
  }

  /// The files and folders that the library is built from, as far as an author edits them.
  static func sources(of settings: BookSettings?, in folder: BookFolder) -> [String] {
    let package =
      settings?.package.map {
        URL(fileURLWithPath: $0, relativeTo: URL(fileURLWithPath: folder.root + "/")).path
      }
      ?? LibraryBuild.around(folder.root)?.packageFolder
    return package.map { package in ["Sources", "Plugins", "Package.swift"].map { "\(package)/\($0)" } } ?? []
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
        packageFolder: path.standardizedFileURL.path, products: settings.products, traits: settings.traits,
        programFolder: own.packageFolder, folder: PackageBuild.folder(in: folder.root))
      return try await build.library { Terminal.standardError.write($0) }
    }
    let own = LibraryBuild.around(program)
    if let build = LibraryBuild.around(folder.root) ?? own {
      if build.packageFolder != own?.packageFolder { try consent(to: build.packageFolder) }
      return try await build.library { Terminal.standardError.write($0) }
    }
    return ModuleLibrary.besideProgram(program)
  }

  /// Throws unless the user trusts packages, because a build runs the package's manifest and plugins as programs.
  private func consent(to package: String) throws {
    if trustsPackages { return }
    throw ValidationError(
      "the modules of this book are built by \(package)/Package.swift, which runs outside of isolation; read it and pass "
        + "'--trust-package', name a built library with '--library', or leave out '--isolate'")
  }
}

extension LibrarySearch {
  /// The folder of the package that this program was built from, with the sources of live figures; nil if it is gone.
  static var package: String? {
    LibraryBuild.around(Bundle.main.executablePath ?? CommandLine.arguments[0])?.packageFolder
  }
}
