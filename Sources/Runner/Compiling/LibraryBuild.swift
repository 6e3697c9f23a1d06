import Caching
import Foundation
import Installation

/// Builds the modules that chapters are compiled against, if their sources have changed since the last build.
package struct LibraryBuild: Sendable {
  /// The folder with `Package.swift`.
  package var packageFolder: String
  /// The folder of everything that the build makes.
  package var scratchFolder: String

  /// A build in the package's own build folder.
  package init(packageFolder: String) {
    self.packageFolder = packageFolder
    scratchFolder = packageFolder + "/.build"
  }

  /// A build of the modules' sources of an installed program, in the user's caches. Each compiler has its own folder.
  /// Nil if the installation has no sources.
  init?(_ installation: Installation, compiler: String) {
    guard let package = installation.package else { return nil }
    packageFolder = package
    scratchFolder = CacheFolders.ofUser() + "/modules/" + Fingerprint.of([package, compiler])
  }

  /// The package that contains `folder` and builds the library; nil if there is none.
  package static func around(_ folder: String) -> LibraryBuild? {
    Installation.package(around: folder).map(LibraryBuild.init(packageFolder:))
  }

  /// The library, which is built first if its sources have changed.
  package func library(
    by toolchain: Toolchain, progress: (BuildStep) -> Void
  ) async throws -> ModuleLibrary {
    let build = SwiftBuild(
      packageFolder: packageFolder, scratchFolder: scratchFolder, subject: "the book's modules")
    let stampPath = scratchFolder + "/galley/modules.stamp"
    let sources = sourcesFingerprint
    if readText(stampPath) == sources, let library = ModuleLibrary(in: build.products) { return library }

    progress(.began("building the modules that chapters use"))
    try await build.run(progress: progress)
    try ModuleSources.keep(for: build.products, package: packageFolder)
    try copySystemModules(to: build.products + "/Modules")
    try ModuleLibrary.note(compiler: try await toolchain.version(), in: build.products)
    guard let library = ModuleLibrary(in: build.products) else {
      throw BuildError(description: "the build of the book's modules made no library in \(build.products)")
    }
    try FileManager.default.createDirectory(
      atPath: scratchFolder + "/galley", withIntermediateDirectories: true)
    try sources.write(toFile: stampPath, atomically: true, encoding: .utf8)
    return library
  }

  /// Copies the module maps of C libraries next to the modules that import them, where the compiler looks for them.
  private func copySystemModules(to modules: String) throws {
    let sources = packageFolder + "/Sources/SystemLibraries"
    for name in try FileManager.default.contentsOfDirectory(atPath: sources) {
      try? FileManager.default.removeItem(atPath: "\(modules)/\(name)")
      try FileManager.default.copyItem(atPath: "\(sources)/\(name)", toPath: "\(modules)/\(name)")
    }
  }

  /// A digest that changes when a source of the package is changed, added or removed.
  private var sourcesFingerprint: String {
    let folder = packageFolder + "/Sources"
    let names = FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []
    let files = names.filter { $0.hasSuffix(".swift") }.sorted().map { "\(folder)/\($0)" }
    let all = files + [packageFolder + "/Package.swift"]
    return Fingerprint.of(all.map(Fingerprint.ofMetadata).joined(separator: "\n"))
  }
}
