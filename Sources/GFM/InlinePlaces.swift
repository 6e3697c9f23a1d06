/// Gives what stands inside a line its place in the text: cmark-gfm knows only where blocks begin.
///
/// The nodes of a block stand in the text in their own order, and soft breaks say where its lines end. So each node is
/// looked for behind the one before it. One that is spelled otherwise in the source, with an escape or an entity, gets
/// the place where the one before it ends.
struct InlinePlaces {
  private let lines: [[UInt8]]
  /// Where the next node may begin, the line from zero and the column in bytes.
  private var line = 0
  private var column = 0
  /// The last line where it may begin.
  private var lastLine = 0

  /// The tree with a place for each of its nodes.
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
      // The definition of a link may have been cut off at the beginning of a paragraph.
      (line, column, lastLine) = (node.startLine - 1, 0, node.endLine - 1)
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
    // A link is where its destination is.
    case .link(let destination, _), .image(let destination, _): find(destination, for: &node)
    default: break
    }
  }

  private func place(_ node: inout MarkdownNode) {
    (node.startLine, node.startColumn) = (line + 1, column + 1)
  }

  /// Goes to the next `text` and behind it; what spans several lines is looked for by its first.
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

  /// A node is looked for this far behind the one before it, so that a long line is read in linear time.
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
