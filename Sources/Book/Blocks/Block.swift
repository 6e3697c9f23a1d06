import GFM

/// A fenced block of a chapter.
public struct Block: Sendable, Equatable, Identifiable {
  public var id: MarkdownNode.ID
  public var role: FenceRole
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
  public var text: String
  public var position: SourcePosition
}
