/// A node of a parsed Markdown document, as a value.
package struct MarkdownNode: Sendable, Equatable, Identifiable {
  /// The node's number in document order, stable for the same text and extensions.
  package struct ID: Sendable, Hashable, Comparable, Codable {
    let number: Int

    /// The node of this number.
    package init(_ number: Int) { self.number = number }

    /// Document order.
    package static func < (left: ID, right: ID) -> Bool { left.number < right.number }
  }

  /// Identifies the node within its document.
  package var id: ID
  /// The kind of the node.
  package var kind: Kind
  /// The first line, counted from one. A link or an image has the line of its destination.
  package var startLine: Int
  /// The last line; for a fenced block, the line of the closing fence.
  package var endLine: Int
  /// The first column in UTF-8 bytes, counted from one.
  package var startColumn: Int
  /// The child nodes in order.
  package var children: [MarkdownNode]

  /// The kind of a node, with the data that only this kind has.
  package enum Kind: Sendable, Equatable {
    case document
    case blockQuote
    case list(ordered: Bool, start: Int, tight: Bool)
    case item
    case taskItem(isChecked: Bool)
    /// `fenceLength` is zero for an indented block.
    case codeBlock(info: String, literal: String, fenceLength: Int)
    case htmlBlock(String)
    /// A block of raw HTML with formulas in its words. The children are its parts: raw HTML and formulas.
    case htmlWithFormulas
    case paragraph
    case heading(level: Int)
    case thematicBreak
    case footnoteDefinition
    case table(columns: Int)
    case tableRow(isHeader: Bool)
    case tableCell
    case text(String)
    case softBreak
    case lineBreak
    case code(String)
    case math(String)
    case displayMath(DisplayedFormula)
    case htmlInline(String)
    case emphasis
    case strong
    case strikethrough
    case link(destination: String, title: String)
    case image(source: String, title: String)
    case footnoteReference
    /// A node that this version cannot convert, with the type name of cmark-gfm or the reason.
    case other(String)
  }
}

extension MarkdownNode {
  /// The node and everything below it, in document order.
  package var descendants: [MarkdownNode] {
    [self] + children.flatMap(\.descendants)
  }

  /// The text of the node without markup. Line breaks become spaces.
  package var plainText: String {
    switch kind {
    // The tree keeps the backslash of `\@` for the readers of references.
    case .text(let text): text.replacing("\\@", with: "@")
    case .code(let text), .math(let text): text
    case .displayMath(let formula): formula.latex
    case .softBreak, .lineBreak: " "
    default: children.map(\.plainText).joined()
    }
  }
}

/// A formula between `$$` signs.
package struct DisplayedFormula: Sendable, Equatable {
  /// The lines between the signs.
  package var latex: String
  /// The label after the closing sign.
  package var label: String?
  /// Whether there is a closing sign.
  package var isClosed: Bool
  /// Text after the formula on the line of the closing sign, which would be lost on the page.
  package var textBehind: String
}

extension MarkdownNode {
  /// The line ranges of paragraphs, headings and tables. Adjacent ranges are merged.
  var prose: [ClosedRange<Int>] {
    var ranges: [ClosedRange<Int>] = []
    for node in descendants {
      switch node.kind {
      case .paragraph, .heading, .table: break
      default: continue
      }
      guard node.startLine > 0, node.endLine >= node.startLine else { continue }
      if let last = ranges.last, node.startLine <= last.upperBound + 1 {
        ranges[ranges.count - 1] = last.lowerBound...max(last.upperBound, node.endLine)
      } else {
        ranges.append(node.startLine...node.endLine)
      }
    }
    return ranges
  }
}
