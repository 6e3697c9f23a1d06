/// A remark for the author on the mathematics of a text.
package struct MathRemark: Sendable, Equatable {
  /// The line, counted from one.
  package var line: Int
  package var kind: Kind

  package init(line: Int, kind: Kind) {
    self.line = line
    self.kind = kind
  }

  package enum Kind: Sendable, Equatable {
    /// A delimiter of LaTeX, such as `\\(`. Galley reads it as mathematics, and other Markdown reads it as a bracket.
    case latexDelimiter(String)
    /// A `$$` that no `$$` closes.
    case unpairedSign
    /// Text such as `$n$th`, where a letter or a digit follows the closing sign.
    case letterBehind(latex: String)
  }
}
