import GFM

/// A fenced block of a chapter.
package struct Block: Sendable, Equatable, Identifiable {
  /// The block's node in the chapter's tree.
  package var id: MarkdownNode.ID
  /// The kind of the block.
  package var role: FenceRole
  /// The options from the option lines.
  package var options: BlockOptions
  /// The lines below the options.
  package var lines: [CodeLine]
  /// The position of the opening fence.
  package var position: SourcePosition

  /// The formula of a `math` block as it is typeset and judged: without definitions and with every macro expanded. Nil
  /// when it is the same as the author's text.
  package var expandedFormula: String?

  /// The content below the options; in a `math` block, with every macro expanded.
  package var code: String { expandedFormula ?? lines.map(\.text).joined(separator: "\n") }
}

/// A line of a block and its position in the chapter.
package struct CodeLine: Sendable, Equatable {
  package init(text: String, position: SourcePosition) {
    self.text = text
    self.position = position
  }

  /// The line without the indentation of a list and the marks of a quote.
  package var text: String
  /// Where the text begins.
  package var position: SourcePosition
}
