import Caching
import Foundation
import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

extension ChapterRunner {
  /// The public declarations of those `modules` that the library contains. A module whose declarations cannot be read is
  /// left out, and `problem` gets the reason.
  package func symbols(of modules: Set<String>, problem: (String) -> Void) async -> [ModuleSymbols] {
    let built = (try? FileManager.default.contentsOfDirectory(atPath: library.modulesFolder)) ?? []
    var found: [ModuleSymbols] = []
    for name in modules.sorted() where built.contains("\(name).swiftmodule") {
      do {
        let module = try await symbols(of: name)
        if !module.symbols.isEmpty { found.append(module) }
      } catch {
        problem("there is no reference of the module \(name): \(error)")
      }
    }
    return found
  }

  private func symbols(of module: String) async throws -> ModuleSymbols {
    let parts = [toolchain.fingerprint, library.fingerprint, module]
    let kept = session.last("symbols \(module)", from: parts, isLasting: { $0 != nil }) {
      cache?.cache.value("symbols", of: parts, as: ModuleSymbols.self)
    }
    if let kept { return kept }
    let symbols = try await SymbolExtraction(toolchain: toolchain, library: library).symbols(of: module)
    let made = ModuleSymbols(name: module, digest: Fingerprint.of(parts), symbols: symbols)
    cache?.cache.keep(made, "symbols", of: parts)
    return made
  }
}

/// Calls the toolchain's `swift-symbolgraph-extract`.
private struct SymbolExtraction {
  let tool: String
  let target: String
  let library: ModuleLibrary

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  init(toolchain: Toolchain, library: ModuleLibrary) async throws {
    let compiler = URL(fileURLWithPath: toolchain.compiler)
    let tools = [compiler.resolvingSymlinksInPath(), compiler].map {
      $0.deletingLastPathComponent().path + "/swift-symbolgraph-extract"
    }
    guard let tool = tools.first(where: FileManager.default.isExecutableFile) else {
      throw Failure(description: "the toolchain has no 'swift-symbolgraph-extract'")
    }
    self.tool = tool
    self.library = library
    target = try await toolchain.target()
  }

  func symbols(of module: String) async throws -> [Symbol] {
    let scratch = try ScratchFolder()
    let result = try await Subprocess.run(
      .path(FilePath(tool)),
      arguments: Arguments(
        [
          "-module-name", module, "-target", target, "-I", library.modulesFolder, "-output-dir", scratch.path,
          "-minimum-access-level", "public", "-skip-synthesized-members", "-skip-inherited-docs",
        ] + searchPaths),
      output: .discarded, error: .string(limit: 1 << 20))
    guard result.terminationStatus.isSuccess else {
      let reason = result.standardError.split(separator: "\n").first { $0.contains("error:") }
      throw Failure(description: reason.map(String.init) ?? "'swift-symbolgraph-extract' failed")
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: scratch.path).sorted()
    return SymbolGraph.symbols(
      in: try files.filter { $0.hasSuffix(".symbols.json") }.map {
        try JSONDecoder().decode(
          SymbolGraph.self, from: Data(contentsOf: URL(fileURLWithPath: scratch.file($0))))
      })
  }

  /// The library's flags without those of macros, which this tool does not know.
  private var searchPaths: [String] {
    var flags: [String] = []
    var rest = library.compilerFlags[...]
    while let flag = rest.popFirst() {
      if flag == "-load-plugin-executable" { rest = rest.dropFirst() } else { flags.append(flag) }
    }
    return flags
  }
}

extension Toolchain {
  /// The system that the compiler builds for: `x86_64-unknown-linux-gnu`.
  fileprivate func target() async throws -> String {
    struct Information: Decodable {
      struct Target: Decodable { var triple: String }
      var target: Target
    }
    let result = try await Subprocess.run(
      .path(FilePath(compiler)), arguments: ["-print-target-info"], output: .string(limit: 1 << 16),
      error: .discarded)
    return try JSONDecoder().decode(Information.self, from: Data(result.standardOutput.utf8)).target.triple
  }
}
