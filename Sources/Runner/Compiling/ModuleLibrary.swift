import Caching
import Foundation

/// The built modules that chapters are compiled against: one dynamic library with the modules in it.
package struct ModuleLibrary: Sendable, Equatable {
  /// The product in `Package.swift`.
  package static let name = "BookModules"

  /// The folder that the library lies in; its modules lie in `Modules` below.
  package var folder: String
  /// Differs when the library or a module of it was made anew.
  package var fingerprint: String

  /// Digests of what the modules were compiled from, by their names: the same on every machine, as compiled modules are
  /// not.
  package var sources: [String: String]

  /// The folders of C modules that the library's modules import.
  package var includeFolders: [String] = []

  var modulesFolder: String { folder + "/Modules" }

  #if canImport(Darwin)
    static let fileName = "lib\(name).dylib"
  #else
    static let fileName = "lib\(name).so"
  #endif

  /// The library in `folder`, or nil when there is none.
  package init?(in folder: String) {
    let library = folder + "/" + Self.fileName
    guard FileManager.default.fileExists(atPath: library) else { return nil }
    self.folder = folder
    let modules = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/Modules")) ?? []
    let files = modules.filter { $0.hasSuffix(".swiftmodule") }.sorted().map { folder + "/Modules/" + $0 }
    let all = [library] + files
    fingerprint = Fingerprint.of(all.map(Fingerprint.ofMetadata).joined())
    if let sources = ModuleSources.read(in: folder) {
      self.sources = sources
    } else {
      // Where nothing tells what it was built from, the library itself has to be the same.
      guard let contents = Fingerprint.ofContents(all) else { return nil }
      sources = [Self.name: contents]
    }
  }

  /// The library next to a program.
  package static func besideProgram(_ program: String) -> ModuleLibrary? {
    ModuleLibrary(
      in: URL(fileURLWithPath: program).resolvingSymlinksInPath().deletingLastPathComponent().path)
  }
}
