import Book
import Caching
import Plan
import Runner

/// Digests of all that the outcome of changes depends on. Prose is no part of it.
package struct MutationBasis: Sendable, Equatable, Codable {
  /// Of the chapter's code, formulas, options and checks.
  package var chapter: String
  /// Of the sources of the modules that the chapter imports.
  package var modules: String

  /// What changes of `chapter` are made to.
  ///
  /// - Parameter modules: Digests of sources, by the names of the modules.
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
