/// Finds the positions of inline nodes in the text, because cmark-gfm only knows the positions of blocks.
///
/// The nodes of a block have the same order as in the text, and soft breaks mark the ends of lines. So the search for a
/// node begins after the previous node. If the source spells a node differently, with an escape or an entity, the node
/// gets the position where the previous node ends.
struct InlinePlaces {
  private let lines: [[UInt8]]
  /// The place where the next node may begin: the line, counted from zero, and the column in bytes.
  private var line = 0
  private var column = 0
  /// The last line on which the next node may begin, counted from zero.
  private var lastLine = 0

  /// The tree with a position for each node.
  static func located(_ tree: MarkdownNode, in text: String) -> MarkdownNode {
    var tree = tree
    var places = InlinePlaces(
      lines: text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init))
    places.locate(&tree)
    return tree
  }

  private init(lines: [[UInt8]]) { self.lines = lines }

  private mutating func locate(_ node: inout MarkdownNode) {
    switch node.kind {
    case .paragraph, .heading, .tableRow:
      // cmark-gfm may have removed the definition of a link from the beginning of a paragraph.
      (line, column, lastLine) = (node.startLine - 1, 0, node.endLine - 1)
    case .htmlWithFormulas:
      (line, column) = (node.startLine - 1, 0)
      for index in node.children.indices {
        let first = node.children[index].startLine - 1
        if first != line { (line, column) = (first, 0) }
        lastLine = first
        locate(&node.children[index])
      }
      return
    case .text(let text): find(text, for: &node)
    case .code(let code): find(code, for: &node)
    case .math(let latex):
      let isPlain = start(of: [UInt8(ascii: "$")] + latex.utf8.prefix { $0 != 10 }) != nil
      find(isPlain ? "$" + latex + "$" : "$`" + latex + "`$", for: &node)
    case .htmlInline(let html): find(html, for: &node)
    case .footnoteReference: find("[^", for: &node)
    case .softBreak, .lineBreak:
      place(&node)
      (line, column, lastLine) = (line + 1, 0, line + 1)
    case .emphasis, .strong, .strikethrough, .tableCell: place(&node)
    default: break
    }
    for index in node.children.indices { locate(&node.children[index]) }
    switch node.kind {
    // A link gets the position of its destination.
    case .link(let destination, _), .image(let destination, _): find(destination, for: &node)
    default: break
    }
  }

  private func place(_ node: inout MarkdownNode) {
    (node.startLine, node.startColumn) = (line + 1, column + 1)
  }

  /// Moves past the next `text` and gives its position to the node. Only the first line of `text` is compared.
  private mutating func find(_ text: String, for node: inout MarkdownNode) {
    let parts = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(
      Array.init)
    if let first = parts.first, !first.isEmpty, let start = start(of: first) {
      (line, column) = start
      place(&node)
      if parts.count > 1 { (line, column) = (line + parts.count - 1, 0) } else { column += first.count }
      lastLine = line
    } else {
      place(&node)
    }
  }

  /// The greatest distance between a node and the end of the previous one in bytes, so that a long line is read in
  /// linear time.
  private static let greatestDistance = 4_096

  private func start(of text: [UInt8]) -> (line: Int, column: Int)? {
    guard lines.indices.contains(line) else { return nil }
    for number in line...max(line, min(lastLine, lines.count - 1)) {
      let (whole, first) = (lines[number], number == line ? column : 0)
      let last = min(whole.count - text.count, first + Self.greatestDistance)
      for start in first..<max(first, last + 1)
      where whole[start] == text[0] && whole[start...].starts(with: text) {
        return (number, start)
      }
    }
    return nil
  }
}
