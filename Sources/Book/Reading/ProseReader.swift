import GFM

/// Finds text that Markdown silently drops or leaves as plain text: undefined footnotes and reference links, unused
/// footnotes, and table cells beyond the last column.
struct ProseReader {
  let file: String
  let lines: [Substring]

  /// The problems in a chapter's tree.
  func problems(in tree: MarkdownNode) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for node in tree.descendants {
      switch node.kind {
      case .paragraph, .heading, .tableCell: undefinedReferences(in: node, &diagnostics)
      case .table(let columns): lostCells(in: node, columns: columns, &diagnostics)
      default: break
      }
    }
    unusedFootnotes(in: tree, &diagnostics)
    return diagnostics
  }

  private func undefinedReferences(in node: MarkdownNode, _ diagnostics: inout [Diagnostic]) {
    // Each name is reported once per line.
    var told: Set<String> = []
    let firstLine = max(1, node.startLine)
    for (offset, text) in node.flatText.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where text.utf8.contains(UInt8(ascii: "[")) {
      let line = firstLine + offset
      func report(_ problem: BookProblem, _ written: String) {
        guard told.insert("\(line) \(written)").inserted, isWritten(written, on: line) else { return }
        diagnostics.append(problem.diagnostic(at: SourcePosition(file: file, line: line)))
      }
      for match in text.matches(of: /\[\^([^\[\]\s]+)\]/) {
        report(.footnoteUndefined(String(match.1)), String(match.0))
      }
      for match in text.matches(of: /\[([^\[\]]*)\]\[([^\[\]]*)\]/) {
        // `a[i][j]` is an index of an array and not a link.
        let isIndexed =
          match.range.lowerBound > text.startIndex
          && text[text.index(before: match.range.lowerBound)].isIndexed
        let label = match.2.isEmpty ? match.1 : match.2
        if !isIndexed, !label.isEmpty { report(.referenceLinkUndefined(String(label)), "][\(match.2)]") }
      }
    }
  }

  /// Whether the source line contains the words without a backslash before them.
  private func isWritten(_ words: some StringProtocol, on line: Int) -> Bool {
    guard lines.indices.contains(line - 1) else { return true }
    let source = lines[line - 1]
    return source.ranges(of: words).contains { range in
      range.lowerBound == source.startIndex || source[source.index(before: range.lowerBound)] != "\\"
    }
  }

  /// Reports rows with more cells than the table has columns, because cmark-gfm drops the rest. A `|` inside of a
  /// formula makes such a row.
  private func lostCells(in table: MarkdownNode, columns: Int, _ diagnostics: inout [Diagnostic]) {
    for row in table.children where row.startLine > 0 && lines.indices.contains(row.startLine - 1) {
      let count = Self.cellCount(lines[row.startLine - 1].drop { $0.isWhitespace || $0 == ">" })
      guard count > columns else { continue }
      let problem = BookProblem.cellsLost(count: count, columns: columns)
      diagnostics.append(problem.diagnostic(at: SourcePosition(file: file, line: row.startLine)))
    }
  }

  /// The number of cells in a line of a table.
  static func cellCount(_ line: Substring) -> Int {
    var line = line
    while line.last?.isWhitespace == true { line.removeLast() }
    if line.first == "|" { line.removeFirst() }
    var count = 1
    var isEscaped = false
    for (index, character) in zip(line.indices, line) {
      if character == "|", !isEscaped, line.index(after: index) < line.endIndex { count += 1 }
      isEscaped = character == "\\" && !isEscaped
    }
    return count
  }

  /// Reports footnotes that nothing refers to, because cmark-gfm leaves them out.
  private func unusedFootnotes(in tree: MarkdownNode, _ diagnostics: inout [Diagnostic]) {
    var taken: Set<Int> = []
    for node in tree.descendants {
      switch node.kind {
      case .codeBlock, .htmlBlock, .htmlWithFormulas, .displayMath, .footnoteDefinition:
        if node.startLine > 0 { taken.formUnion(node.startLine...max(node.startLine, node.endLine)) }
      case .paragraph where node.startLine > 0:
        taken.formUnion(node.startLine...max(node.startLine, node.endLine))
      default: break
      }
    }
    for (index, line) in lines.enumerated() where !taken.contains(index + 1) {
      guard let match = line.prefixMatch(of: #/ {0,3}\[\^([^\]\s]+)\]:/#) else { continue }
      let problem = BookProblem.footnoteUnused(String(match.1))
      diagnostics.append(problem.diagnostic(at: SourcePosition(file: file, line: index + 1)))
    }
  }
}

extension MarkdownNode {
  /// The text of a paragraph with its line breaks. Every node that is not text becomes U+FFFC.
  fileprivate var flatText: String {
    children.map { child in
      switch child.kind {
      case .text(let text): text
      case .softBreak, .lineBreak: "\n"
      case .emphasis, .strong, .strikethrough: child.flatText
      default: "\u{FFFC}"
      }
    }.joined()
  }
}

extension Character {
  fileprivate var isIndexed: Bool { isASCII && (isLetter || isNumber || self == "]" || self == ")") }
}
