import Caching
import Foundation
import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// Builds the modules that chapters are compiled against, if their sources have changed since the last build.
package struct LibraryBuild: Sendable {
  /// The folder with `Package.swift`.
  package var packageFolder: String

  /// The package did not build.
  package struct BuildError: Error, CustomStringConvertible {
    /// The errors of the build, or the last lines of its output.
    package var description: String
  }

  /// The package that contains `folder` and builds the library; nil if there is none, for example for an installed
  /// program.
  package static func around(_ folder: String) -> LibraryBuild? {
    var url = URL(fileURLWithPath: folder).standardizedFileURL
    while url.path != "/" {
      let isOurs = ["Package.swift", "Sources/Notebook", "Sources/Events"].allSatisfy {
        FileManager.default.fileExists(atPath: url.appending(path: $0).path)
      }
      if isOurs { return LibraryBuild(packageFolder: url.path) }
      url.deleteLastPathComponent()
    }
    return nil
  }

  /// The library, which is built first if its sources have changed.
  package func library(progress: (String) -> Void) async throws -> ModuleLibrary {
    let stampPath = packageFolder + "/.build/galley/modules.stamp"
    let releaseFolder = packageFolder + "/.build/release"
    let sources = sourcesFingerprint
    if readText(stampPath) == sources, let library = ModuleLibrary(in: releaseFolder) { return library }

    progress("building the modules that chapters use")
    let arguments = [
      "build", "-c", "release", "--product", ModuleLibrary.name, "--package-path", packageFolder,
    ]
    let result = try await Subprocess.run(
      .name("swift"), arguments: Arguments(arguments), output: .string(limit: 1 << 20),
      error: .string(limit: 1 << 20))
    if result.terminationStatus.isSuccess {
      try ModuleSources.keep(for: releaseFolder, package: packageFolder)
      try copySystemModules(to: releaseFolder + "/Modules")
    }
    guard result.terminationStatus.isSuccess, let library = ModuleLibrary(in: releaseFolder) else {
      let lines = (result.standardOutput + result.standardError).split(separator: "\n")
      let errors = lines.filter { $0.contains("error:") }
      throw BuildError(
        description: "the book's modules do not build:\n"
          + (errors.isEmpty ? lines.suffix(5) : errors[...]).joined(separator: "\n"))
    }
    try FileManager.default.createDirectory(
      atPath: packageFolder + "/.build/galley", withIntermediateDirectories: true)
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

  /// Changes when a source of the package is changed, added or removed.
  private var sourcesFingerprint: String {
    let folder = packageFolder + "/Sources"
    let names = FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []
    let files = names.filter { $0.hasSuffix(".swift") }.sorted().map { "\(folder)/\($0)" }
    let all = files + [packageFolder + "/Package.swift"]
    return Fingerprint.of(all.map(Fingerprint.ofMetadata).joined(separator: "\n"))
  }
}
