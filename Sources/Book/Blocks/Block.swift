import GFM

/// A fenced block of a chapter.
public struct Block: Sendable, Equatable, Identifiable {
  /// The block's node in the chapter's tree.
  public var id: MarkdownNode.ID
  /// What the block is for.
  public var role: FenceRole
  /// What its option lines say.
  public var options: BlockOptions
  /// The lines below the options.
  public var lines: [CodeLine]
  /// The opening fence.
  public var position: SourcePosition

  /// The whole content below the options.
  public var code: String { lines.map(\.text).joined(separator: "\n") }
}

/// A line of a block and where it stands in the chapter.
public struct CodeLine: Sendable, Equatable {
  /// A line at its place.
  public init(text: String, position: SourcePosition) {
    self.text = text
    self.position = position
  }

  /// The line without what a list or a quote puts before it.
  public var text: String
  /// Where the text begins.
  public var position: SourcePosition
}
