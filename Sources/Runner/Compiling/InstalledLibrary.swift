import Caching
import Installation

/// The modules for chapters that belong to an installed program.
package struct InstalledLibrary: Sendable {
  private let installation: Installation

  /// The library of `installation`.
  package init(_ installation: Installation) { self.installation = installation }

  /// The modules that were installed with the program, if `toolchain` can use them. Another compiler cannot, so it
  /// builds them once from their sources, in the user's caches. Nil for a program that is not installed.
  package func library(
    for toolchain: Toolchain, progress: (BuildStep) -> Void
  ) async throws -> ModuleLibrary? {
    guard let folder = installation.builtModules else { return nil }
    let compiler = try await version(of: toolchain)
    if let library = ModuleLibrary(in: folder), ModuleLibrary.compiler(in: folder) == compiler {
      return library
    }
    return try await LibraryBuild(installation, compiler: compiler)?.library(
      by: toolchain, progress: progress)
  }

  /// The version of the compiler. The answer is kept in the user's caches, so each compiler is asked once.
  private func version(of toolchain: Toolchain) async throws -> String {
    let cache = ContentCache(folder: CacheFolders.ofUser() + "/compilers")
    if let known = cache.value("version", of: [toolchain.fingerprint], as: String.self) { return known }
    let version = try await toolchain.version()
    cache.keep(version, "version", of: [toolchain.fingerprint])
    return version
  }
}
