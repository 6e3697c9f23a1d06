import Book
import Foundation
import GFM

/// The live blocks of a chapter, compiled for a page and compared.
package struct LiveModule: Sendable, Equatable, Codable {
  /// The WebAssembly module with all programs of the chapter; empty if one does not compile.
  package var code = Data()
  /// One for each live block, in order; its place is the program's number in the module.
  package var blocks: [LiveBlock]

  /// A module without code.
  package init(blocks: [LiveBlock] = []) {
    self.blocks = blocks
  }
}

/// A live block after its compilation and comparison.
package struct LiveBlock: Sendable, Equatable, Codable {
  /// The block's node in the chapter's tree.
  package var id: MarkdownNode.ID
  /// The finding.
  package var outcome: Outcome

  /// The findings about a live block.
  package enum Outcome: Sendable, Equatable, Codable {
    /// The page gives the same as this machine at so many settings, to the last bit or to nine digits.
    case agrees(settings: Int, isExact: Bool)
    /// It gives something else at a setting.
    case differs(setting: String, difference: String)
    /// The code stops at a setting: why on this machine, or nil if only the page stops.
    case stops(setting: String, reason: RunFailure.Reason?)
    /// The errors of Embedded Swift in the code.
    case notCompiled([Diagnostic])
    /// The chapter itself did not run to its end.
    case notReached
  }
}
