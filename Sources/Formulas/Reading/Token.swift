/// One token of LaTeX math, with its range in the text.
package struct Token: Hashable, Sendable {
  /// The kind of the token.
  package enum Kind: Hashable, Sendable {
    /// A command without its backslash: `frac`, `theta`, `{`.
    case command(String)
    /// A command with its text argument: `\text`, `\mathrm`, `\begin`.
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
    /// `|` or `‖`, with its side if a command such as `\left` or `\lVert` gives one.
    case bar(double: Bool, side: Side)
    /// A sign between two sides.
    case relation(Relation.Kind)
    /// A wide space, which separates statements.
    case quad
    /// The end of the text or row.
    case end
  }

  /// The side of its content on which a bar stands.
  package enum Side: Hashable, Sendable {
    case left, right, unknown
  }

  /// The kind of the token.
  package var kind: Kind
  /// The offset of the first byte.
  package var start: Int
  /// The offset after the last byte.
  package var end: Int

  package func isMark(_ character: Unicode.Scalar) -> Bool { kind == .mark(UInt8(ascii: character)) }

  /// Whether the token is a sign between two sides.
  package var isRelation: Bool { if case .relation = kind { true } else { false } }

  package func isCommand(_ name: String) -> Bool { kind == .command(name) }
}
