import Book
import Foundation
import Plan

/// The code of a chapter in pieces, with the pieces that each shown block needs to run on its own.
///
/// It is a script, which the page loads when a reader copies code: a page that is opened from a disk can load scripts
/// but no data files.
struct CodeScript: Encodable {
  private var imports: [String]
  /// The text of each piece that a block needs, by its number.
  private var pieces: [String: String] = [:]
  /// The numbers of the pieces that a block needs, by the number of the block.
  private var blocks: [String: [Int]] = [:]

  /// The code of a chapter whose blocks can use `modules`.
  init(_ result: ChapterResult, modules: [String]) {
    imports = (["Notebook"] + modules.filter { $0 != "Notebook" }).map { "import \($0)" }
    let lines = Dictionary(
      result.chapter.blocks.flatMap(\.lines).map { ($0.position.line, $0.text) }, uniquingKeysWith: { $1 })
    for (number, block) in result.plan.blocks.enumerated() {
      guard let shown = result.chapter.blocks.first(where: { $0.id == block.id }),
        !result.shownLines(of: shown).isEmpty
      else { continue }
      let needs = result.plan.needs(of: block.id)
      blocks["\(number)"] = needs
      for piece in needs where pieces["\(piece)"] == nil {
        pieces["\(piece)"] = result.plan.pieces[piece].lines.compactMap { lines[$0] }
          .map(BlockLayers.withoutRemark).joined(separator: "\n")
      }
    }
  }

  /// The script; nil for a chapter that shows no code.
  func data(slug: String) -> Data? {
    if blocks.isEmpty { return nil }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let json = try? encoder.encode([slug: self]) else { return nil }
    return Data("Object.assign(self.galleyCode ||= {}, ".utf8) + json + Data(");\n".utf8)
  }
}
