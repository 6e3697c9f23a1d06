import Caching
import Foundation
import Installation

/// The modules that live figures use, compiled for WebAssembly once for each compiler and each state of their sources.
package struct LiveLibrary: Sendable {
  /// The folder with the object files and modules.
  package var folder: String
  /// Differs if the compiler or a source is another.
  package var fingerprint: String
  let tools: LiveTools

  /// The folders of sources, by the module that is made of them.
  private static let sources: KeyValuePairs = [
    "ElementaryNumerics": ["ElementaryNumerics"],
    "Optimizers": ["Optimizers"],
    "SVGCharts": ["SVGCharts", "LiveRuntime/Drawing"],
    "LiveRuntime": ["LiveRuntime/Functions", "LiveRuntime/Embedded"],
  ]

  /// The files that a program is linked with; tables of normalization come along only if its strings need them.
  func objects(isNormalized: Bool) -> [String] {
    let own = Self.sources.map(\.key) + ["runtime", "arithmetic"] + (isNormalized ? ["normalization"] : [])
    return own.map { "\(folder)/\($0).o" } + [tools.unicodeTables]
  }

  /// The library made of the sources below `package`; nil if they are not there.
  package init?(package: String, toolchain: Toolchain) {
    guard let tools = LiveTools(toolchain) else { return nil }
    let folders = ["ElementaryNumerics", "Optimizers", "SVGCharts", "LiveRuntime"]
    let digests = folders.map { Fingerprint.ofTree("\(package)/Sources/\($0)") }
    guard !digests.contains(nil) else { return nil }
    fingerprint = Fingerprint.of([toolchain.fingerprint] + LiveTools.flags + digests.compactMap { $0 })
    folder = CacheFolders.ofBook(at: package, name: "live") + "/live/" + fingerprint
    self.tools = tools
    self.package = package
  }

  private let package: String

  /// Compiles the library unless that was done before.
  func prepare(progress: (String) -> Void) async throws {
    if FileManager.default.fileExists(atPath: folder) { return }
    progress("compiling the libraries of live figures, once")
    let scratch = "\(folder)-\(getpid())"
    try? FileManager.default.removeItem(atPath: scratch)
    try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    try await compile("ElementaryNumerics", in: scratch)
    async let optimizers: Void = compile("Optimizers", in: scratch)
    try await compile("SVGCharts", in: scratch)
    try await optimizers
    try await compile("LiveRuntime", in: scratch)
    for name in ["runtime", "arithmetic", "normalization", "command"] {
      try await tools.compileC("\(package)/Sources/LiveRuntime/Machine/\(name).c", to: "\(scratch)/\(name).o")
    }
    // Another process may have been faster.
    if rename(scratch, folder) != 0, !FileManager.default.fileExists(atPath: folder) {
      throw LiveTools.Failure(description: "\(folder) cannot be written")
    }
  }

  private func compile(_ module: String, in scratch: String) async throws {
    let folders = Self.sources.first { $0.key == module }?.value ?? []
    let files = folders.flatMap { folder -> [String] in
      let root = "\(package)/Sources/\(folder)"
      let names = FileManager.default.enumerator(atPath: root)?.allObjects as? [String] ?? []
      return names.filter { $0.hasSuffix(".swift") }.sorted().map { "\(root)/\($0)" }
    }
    try await tools.compileModule(module, files, in: scratch)
  }
}
