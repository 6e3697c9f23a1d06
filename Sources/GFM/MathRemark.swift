/// Something about the mathematics of a text that its author should be told.
package struct MathRemark: Sendable, Equatable {
  /// From one.
  package var line: Int
  package var kind: Kind

  package init(line: Int, kind: Kind) {
    self.line = line
    self.kind = kind
  }

  package enum Kind: Sendable, Equatable {
    /// A delimiter of LaTeX, such as `\\(`: read as mathematics here, and as a bracket by every other Markdown.
    case latexDelimiter(String)
    /// `$$` with no `$$` that closes it.
    case unpairedSign
    /// `$n$th`: a letter or a digit behind the closing sign makes it text.
    case letterBehind(latex: String)
  }
}
