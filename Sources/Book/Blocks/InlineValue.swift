import GFM

/// A number in the prose that the chapter computes: `` `{swift} theta[0], digits: 4` ``.
public struct InlineValue: Sendable, Equatable, Identifiable {
  public var id: MarkdownNode.ID
  public var expression: String
  /// How many significant digits are shown; nil shows all.
  public var digits: Int?
  /// Where the expression begins.
  public var position: SourcePosition
}
