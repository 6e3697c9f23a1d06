/// What is understood beyond CommonMark.
public struct MarkdownExtensions: OptionSet, Sendable {
  /// The options as bits.
  public let rawValue: Int

  /// The options whose bits are set.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// GitHub's tables, task lists, strikethrough and autolinks, and its filter of dangerous raw HTML.
  public static let github = MarkdownExtensions(rawValue: 1 << 0)
  /// `[^note]` and its definition.
  public static let footnotes = MarkdownExtensions(rawValue: 1 << 1)
  /// `$…$` as a formula inside a line.
  public static let math = MarkdownExtensions(rawValue: 1 << 2)

  /// What a chapter is written in.
  public static let chapter: MarkdownExtensions = [.github, .footnotes, .math]
}
