import Book
import Caching
import Plan
import Runner

/// Digests of everything that the outcome of changes depends on. Prose is not included.
package struct MutationBasis: Sendable, Equatable, Codable {
  /// The digest of the chapter's code, formulas, options and checks.
  package var chapter: String
  /// The digest of the sources of the modules that the chapter imports.
  package var modules: String

  /// Computes the digests for `chapter` in its present state.
  ///
  /// - Parameter modules: Digests of sources, by module name.
  package init(of chapter: Chapter, plan: BuildPlan, modules: [String: String]) {
    let lines = chapter.text.split(separator: "\n", omittingEmptySubsequences: false)
    let blocks = chapter.blocks.filter { [.swiftRun, .swift, .math].contains($0.role) }.map { block in
      let last = block.lines.last?.position.line ?? block.position.line
      return lines[min(block.position.line - 1, lines.count)..<min(last, lines.count)].joined(separator: "\n")
    }
    self.chapter = Fingerprint.of(blocks.joined(separator: "\u{0}"))
    let imported = modules.keys.sorted().filter { module in
      module == ModuleLibrary.name || plan.program.text.contains("import \(module)\n")
    }
    self.modules = Fingerprint.of(
      imported.map { "\($0) \(modules[$0] ?? "")" }.joined(separator: "\n"))
  }
}
