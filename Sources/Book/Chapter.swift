import GFM

/// One Markdown file of the book.
public struct Chapter: Sendable, Equatable {
  /// As the author would type it: `Chapters/03-worked-update.md`.
  public var path: String
  /// The file's name without number and ending: `worked-update`. The page is named after it.
  public var slug: String
  /// From the front matter, or else the first heading.
  public var title: String
  /// One sentence for the contents; may be empty.
  public var summary: String
  /// Numbers of the prose that are chosen rather than found, each with what it is; from the front matter.
  public var constants: [String: String]
  /// The Markdown with `\n` line endings; the front matter's lines are blank, so that lines count as in the file.
  public var text: String
  /// The Markdown's tree.
  public var tree: MarkdownNode
  /// Every fenced block, in order.
  public var blocks: [Block]
  /// Every number in the prose that is computed, in order.
  public var inlineValues: [InlineValue]
}
