import GFM

/// A number in the prose that the chapter computes: `` `{swift} theta[0], digits: 4` ``.
public struct InlineValue: Sendable, Equatable, Identifiable {
  /// The code span's node in the chapter's tree.
  public var id: MarkdownNode.ID
  /// The Swift between the marker and the options.
  public var expression: String
  /// How many significant digits are shown; nil shows all.
  public var digits: Int?
  /// Where the expression begins.
  public var position: SourcePosition
}
