/// One token of LaTeX math, with its place in the text.
package struct Token: Hashable, Sendable {
  /// What the token is.
  package enum Kind: Hashable, Sendable {
    /// A command without its backslash: `frac`, `theta`, `{`.
    case command(String)
    /// A command whose argument is text and not math: `\text`, `\mathrm`, `\begin`.
    case text(command: String, content: String)
    /// Digits with at most one point.
    case number(String)
    /// One letter, or a run of letters of a script without capitals.
    case letter(String)
    /// One ASCII sign.
    case mark(UInt8)
    /// `{`.
    case open
    /// `}`.
    case close
    /// `&`.
    case align
    /// `\\`.
    case rowBreak
    /// `|` or `‖`, with its side if `\left`, `\lVert` or the like gave one.
    case bar(double: Bool, side: Side)
    /// A sign between two sides.
    case relation(Relation.Kind)
    /// A wide space, which separates statements.
    case quad
    /// The end of the text or row.
    case end
  }

  /// On which side of its content a bar stands.
  package enum Side: Hashable, Sendable {
    case left, right, unknown
  }

  /// What the token is.
  package var kind: Kind
  /// The first byte.
  package var start: Int
  /// The byte behind the last.
  package var end: Int

  package func isMark(_ character: Unicode.Scalar) -> Bool { kind == .mark(UInt8(ascii: character)) }

  package func isCommand(_ name: String) -> Bool { kind == .command(name) }
}
