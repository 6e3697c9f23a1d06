import Synchronization

/// Blocks that were parsed before, by their code: of a chapter that is being written all blocks but one are the same
/// as a moment ago.
package final class ParsedBlocks: Sendable {
  private let blocks = Mutex<[String: BlockSyntax]>([:])
  /// Every version of a block counts; when there are more, all are forgotten.
  private static let most = 4096

  /// Nothing parsed yet.
  package init() {}

  func syntax(of code: String) -> BlockSyntax {
    if let known = blocks.withLock({ $0[code] }) { return known }
    let syntax = BlockSyntax(code: code)
    blocks.withLock { blocks in
      if blocks.count >= Self.most { blocks = [:] }
      blocks[code] = syntax
    }
    return syntax
  }
}
