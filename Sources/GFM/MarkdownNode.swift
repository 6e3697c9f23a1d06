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

  /// Tells the node from all others of its document.
  package var id: ID
  /// What the node is.
  package var kind: Kind
  /// Lines count from one. A link or an image is where its destination is.
  package var startLine: Int
  /// The last line of the node, for a fenced block the closing fence.
  package var endLine: Int
  /// In UTF-8 bytes, from one.
  package var startColumn: Int
  /// What the node holds, in order.
  package var children: [MarkdownNode]

  /// What a node is, with the data that belongs to that kind alone.
  package enum Kind: Sendable, Equatable {
    case document
    case blockQuote
    case list(ordered: Bool, start: Int, tight: Bool)
    case item
    case taskItem(isChecked: Bool)
    /// `fenceLength` is zero for an indented block.
    case codeBlock(info: String, literal: String, fenceLength: Int)
    case htmlBlock(String)
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
    /// A kind that this version does not know, by cmark-gfm's name for it.
    case other(String)
  }
}

extension MarkdownNode {
  /// The node and everything below it, in document order.
  package var descendants: [MarkdownNode] {
    [self] + children.flatMap(\.descendants)
  }

  /// The words of the node without any markup, breaks as spaces.
  package var plainText: String {
    switch kind {
    // The backslash before an `@` is kept for those who read references.
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
  /// The name behind the closing sign.
  package var label: String?
  /// Whether there is a closing sign.
  package var isClosed: Bool
  /// Text that stands on the line of the closing sign and would not be on the page.
  package var textBehind: String
}

extension MarkdownNode {
  /// The lines of paragraphs, headings and tables, where neighbours touch in one piece.
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
