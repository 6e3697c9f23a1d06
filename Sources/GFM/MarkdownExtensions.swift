/// The Markdown extensions beyond CommonMark.
package struct MarkdownExtensions: OptionSet, Sendable {
  /// The options as bits.
  package let rawValue: Int

  /// The options whose bits are set.
  package init(rawValue: Int) { self.rawValue = rawValue }

  /// GitHub's tables, task lists, strikethrough and autolinks, and its filter of dangerous raw HTML.
  package static let github = MarkdownExtensions(rawValue: 1 << 0)
  /// `[^note]` and its definition.
  package static let footnotes = MarkdownExtensions(rawValue: 1 << 1)
  /// Formulas between `$` or `$$` signs.
  package static let math = MarkdownExtensions(rawValue: 1 << 2)
  /// Emphasis next to full-width punctuation, and URLs directly before Chinese text.
  package static let chinese = MarkdownExtensions(rawValue: 1 << 3)
  /// `\@` keeps its backslash, so that readers of references can tell an escaped sign.
  package static let references = MarkdownExtensions(rawValue: 1 << 4)

  /// The extensions of a chapter.
  package static let chapter: MarkdownExtensions = [.github, .footnotes, .math, .chinese, .references]
}
