import ArgumentParser
import Book
import Foundation
import Installation
import Runner

/// Finds the modules that a book's chapters are compiled against, and builds them if necessary.
struct LibrarySearch {
  let folder: BookFolder
  /// The folder from '--library'.
  let named: String?
  /// Whether packages other than this program's may be built. A build runs code of the package.
  let trustsPackages: Bool
  let toolchain: Toolchain

  private let installation = Installation.current

  /// The library in the named folder. Without one: the library of the book's package, or of the clone that holds the
  /// book, or of this program. It is built if it is outdated.
  func library(for settings: BookSettings?) async throws -> ModuleLibrary {
    let display = BuildDisplay()
    defer { display.end() }
    do {
      if let found = try await find(settings, progress: display.note) { return found }
    } catch let error as BuildError {
      throw ValidationError("\(error)")
    }
    throw ValidationError(
      "there is no library '\(ModuleLibrary.name)' in \(named ?? "the folder of this program"); "
        + "build it with 'swift build -c release --product \(ModuleLibrary.name)' and name its folder with '--library'"
    )
  }

  /// The files and folders that the library is built from, as far as an author edits them.
  static func sources(of settings: BookSettings?, in folder: BookFolder) -> [String] {
    let package =
      settings?.package.map {
        URL(fileURLWithPath: $0, relativeTo: URL(fileURLWithPath: folder.root + "/")).path
      }
      ?? Installation.package(around: folder.root)
    return package.map { package in ["Sources", "Plugins", "Package.swift"].map { "\(package)/\($0)" } } ?? []
  }

  private func find(
    _ settings: BookSettings?, progress: (BuildStep) -> Void
  ) async throws -> ModuleLibrary? {
    if let named {
      // Absolute, because the compiler runs in a folder of its own.
      return ModuleLibrary(in: URL(fileURLWithPath: named).standardizedFileURL.path)
    }
    if let build = settings.flatMap(packageBuild) {
      try consent(to: build.packageFolder)
      return try await build.library(progress: progress)
    }
    if let package = Installation.package(around: folder.root), package != installation.package {
      try consent(to: package)
      return try await LibraryBuild(packageFolder: package).library(by: toolchain, progress: progress)
    }
    if installation.prefix != nil {
      return try await InstalledLibrary(installation).library(for: toolchain, progress: progress)
    }
    if let package = installation.package {
      return try await LibraryBuild(packageFolder: package).library(by: toolchain, progress: progress)
    }
    return ModuleLibrary.besideProgram(installation.executable)
  }

  /// Whether a library for the book's own package must be built first, which can take minutes.
  func mustBuildPackage(for settings: BookSettings) -> Bool {
    named == nil && packageBuild(for: settings).map { $0.ready == nil } == true
  }

  /// The build of the book's own package; nil if the book is for no package.
  private func packageBuild(for settings: BookSettings) -> PackageBuild? {
    guard let package = settings.package, let program = installation.package else { return nil }
    let path = URL(fileURLWithPath: package, relativeTo: URL(fileURLWithPath: folder.root + "/"))
    return PackageBuild(
      packageFolder: path.standardizedFileURL.path, products: settings.products, traits: settings.traits,
      programFolder: program, folder: PackageBuild.folder(in: folder.cacheFolder))
  }

  /// Throws unless the user trusts packages, because a build runs the package's manifest and plugins as programs.
  private func consent(to package: String) throws {
    if trustsPackages { return }
    throw ValidationError(
      "the modules of this book are built by \(package)/Package.swift, which runs outside of isolation; read it and pass "
        + "'--trust-package', name a built library with '--library', or leave out '--isolate'")
  }
}
