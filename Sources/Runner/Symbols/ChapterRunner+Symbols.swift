import Book
import Caching
import Foundation

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
  let toolchain: Toolchain
  let library: ModuleLibrary

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  func symbols(of module: String) async throws -> [Symbol] {
    guard let tool = toolchain.program("swift-symbolgraph-extract") else {
      throw Failure(description: "the toolchain has no 'swift-symbolgraph-extract'")
    }
    let scratch = try ScratchFolder()
    let arguments = [
      "-module-name", module, "-target", try await target(in: scratch.path), "-I", library.modulesFolder,
      "-output-dir", scratch.path, "-minimum-access-level", "public", "-skip-synthesized-members",
      "-skip-inherited-docs",
    ]
    let (ending, _, errors) = try await toolchain.call(
      tool, arguments + searchPaths, in: scratch.path, log: "extract")
    if ending != .exited(code: 0) {
      let reason = errors.text.split(separator: "\n").first { $0.contains("error:") }
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

  /// The system that the compiler builds for: `x86_64-unknown-linux-gnu`.
  private func target(in folder: String) async throws -> String {
    struct Information: Decodable {
      struct Target: Decodable { var triple: String }
      var target: Target
    }
    let output = try await toolchain.call(
      toolchain.compiler, ["-print-target-info"], in: folder, log: "target"
    ).output
    return try JSONDecoder().decode(Information.self, from: Data(output.text.utf8)).target.triple
  }
}

extension Book {
  /// The modules that the blocks may import.
  package var importedModules: Set<String> {
    let blocks = chapters.flatMap(\.blocks).filter { $0.role == .swiftRun || $0.role == .swift }
    let code = blocks.flatMap(\.lines).map { $0.text + "\n" }.joined()
    return Set(settings.modules + ["Notebook"] + ImportList(in: code).modules)
  }
}
