import GFM

/// A code block that is indented by four spaces, which Markdown also allows without a fence.
struct IndentedCode {
  /// The number of its lines.
  var count: Int
  /// The block with fences around it.
  var fenced: [String]

  /// The blocks in `lines`, by the index of their first line.
  static func blocks(in lines: [ChapterTranslator.Line]) -> [Int: IndentedCode] {
    guard lines.contains(where: { $0.text.contains("    ") || $0.text.utf8.contains(UInt8(ascii: "\t")) })
    else {
      return [:]
    }
    let document = MarkdownDocument(lines.map(\.text).joined(separator: "\n"), extensions: .github)
    var blocks: [Int: IndentedCode] = [:]
    for node in document.tree.descendants {
      guard case .codeBlock(_, let literal, 0) = node.kind, node.startLine > 0, node.startLine <= lines.count
      else { continue }
      let content = literal.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      let before = prefix(of: lines[node.startLine - 1].text, upTo: node.startColumn - 1)
      let below = String(before.map { $0 == ">" || $0 == "\t" ? $0 : " " })
      let mark = String(repeating: "`", count: max(3, longestFence(in: literal) + 1))
      blocks[node.startLine - 1] = IndentedCode(
        count: content.count, fenced: [before + mark + "text"] + content.map { below + $0 } + [below + mark])
    }
    return blocks
  }

  /// The part of the first line in front of the four spaces: the marks of the quotes and list items around the block.
  private static func prefix(of line: String, upTo column: Int) -> String {
    var bytes = Array(line.utf8.prefix(column))
    if bytes.last == UInt8(ascii: "\t") {
      bytes.removeLast()
    } else {
      for _ in 0..<4 where bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func longestFence(in text: String) -> Int {
    let lines: [Substring] = text.split(separator: "\n")
    return lines.map { line in line.drop { $0 == " " }.prefix { $0 == "`" }.count }.max() ?? 0
  }
}
