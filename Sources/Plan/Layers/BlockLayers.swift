import Book
import GFM

/// How a page shows the code of one block.
package struct BlockLayers: Sendable, Equatable, Codable {
  /// The block.
  package var node: MarkdownNode.ID
  /// The layer of the code without its proof; proof when nothing else is left.
  package var layer: Layer
  /// The names that the code without its proof declares, in order.
  package var names: [String] = []
  /// The lines of the chapter that only check something.
  package var proof: [ClosedRange<Int>] = []

  /// Layers of a block that contains no proof.
  package init(node: MarkdownNode.ID, layer: Layer) {
    self.node = node
    self.layer = layer
  }

  /// The lines of the block that the text shows, open or folded.
  package func lines(of block: Block) -> [CodeLine] {
    if layer == .proof { return [] }
    var lines: [CodeLine] = []
    for line in block.visibleLines where !proof.contains(where: { $0.contains(line.position.line) }) {
      let isBlank = line.text.trimmingSpaces.isEmpty
      if isBlank, lines.last.map(\.text.trimmingSpaces.isEmpty) ?? true { continue }
      let text = Self.withoutRemark(line.text)
      if isBlank || !text.isEmpty { lines.append(CodeLine(text: text, position: line.position)) }
    }
    while lines.last.map(\.text.trimmingSpaces.isEmpty) == true { lines.removeLast() }
    return lines
  }

  /// A line of code without `// not checked: reason`, which speaks to the author.
  package static func withoutRemark(_ line: String) -> String {
    guard let remark = line.firstRange(of: "// not checked") else { return line }
    return String(line[..<remark.lowerBound].reversed().drop(while: \.isWhitespace).reversed())
  }
}
