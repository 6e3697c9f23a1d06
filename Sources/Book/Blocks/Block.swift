import GFM

/// A fenced block of a chapter.
package struct Block: Sendable, Equatable, Identifiable {
  /// The block's node in the chapter's tree.
  package var id: MarkdownNode.ID
  /// What the block is for.
  package var role: FenceRole
  /// What its option lines say.
  package var options: BlockOptions
  /// The lines below the options.
  package var lines: [CodeLine]
  /// The opening fence.
  package var position: SourcePosition

  /// The formula of a `math` block as it is set and judged, when that is not what the author wrote: without definitions
  /// of macros, and with every macro replaced.
  package var expandedFormula: String?

  /// The whole content below the options.
  package var code: String { expandedFormula ?? lines.map(\.text).joined(separator: "\n") }
}

/// A line of a block and where it stands in the chapter.
package struct CodeLine: Sendable, Equatable {
  /// A line at its place.
  package init(text: String, position: SourcePosition) {
    self.text = text
    self.position = position
  }

  /// The line without what a list or a quote puts before it.
  package var text: String
  /// Where the text begins.
  package var position: SourcePosition
}
