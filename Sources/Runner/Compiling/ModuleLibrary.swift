import Caching
import Foundation

/// The built modules that chapters are compiled against: one dynamic library with the modules in it.
package struct ModuleLibrary: Sendable, Equatable {
  /// The name of the product in `Package.swift`.
  package static let name = "BookModules"

  /// The folder of the library. Its modules are in the subfolder `Modules`.
  package var folder: String
  /// A digest that changes when the library or one of its modules is built again.
  package var fingerprint: String

  /// Digests of the modules' sources, by module name. They are the same on every machine; compiled modules are not.
  package var sources: [String: String]

  /// The options that the compiler needs to import the library's modules: their C modules and macros.
  package var compilerFlags: [String] = []

  var modulesFolder: String { folder + "/Modules" }

  #if canImport(Darwin)
    static let fileName = "lib\(name).dylib"
  #else
    static let fileName = "lib\(name).so"
  #endif

  /// The library in `folder`; nil if there is none.
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
      // Without digests of its sources, the library itself must stay the same.
      guard let contents = Fingerprint.ofContents(all) else { return nil }
      sources = [Self.name: contents]
    }
  }

  /// The library in the folder of a program; nil if there is none.
  package static func besideProgram(_ program: String) -> ModuleLibrary? {
    ModuleLibrary(
      in: URL(fileURLWithPath: program).resolvingSymlinksInPath().deletingLastPathComponent().path)
  }

  /// The version of the compiler that built the library in `folder`; nil if it is not known.
  package static func compiler(in folder: String) -> String? {
    let version = readText(compilerPath(in: folder))
    return version.isEmpty ? nil : version
  }

  /// Writes the version of the compiler that built the library in `folder`.
  static func note(compiler: String, in folder: String) throws {
    try compiler.write(toFile: compilerPath(in: folder), atomically: true, encoding: .utf8)
  }

  private static func compilerPath(in folder: String) -> String { "\(folder)/\(name).compiler" }
}
