import GFM

/// A number in the prose that the chapter computes: `` `{swift} theta[0], digits: 4` ``.
package struct InlineValue: Sendable, Equatable, Identifiable {
  /// The code span's node in the chapter's tree.
  package var id: MarkdownNode.ID
  /// The Swift between the marker and the options.
  package var expression: String
  /// The number of significant digits to show; nil shows all.
  package var digits: Int?
  /// Where the expression begins.
  package var position: SourcePosition
}
