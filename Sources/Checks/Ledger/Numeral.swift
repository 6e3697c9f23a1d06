import Book
import GFM

/// A number that the reader sees in the text, and where it comes from.
package struct Numeral: Sendable, Equatable {
  /// As it is written: `0.9932`, `60,000`.
  package var text: String
  /// Where it stands; the column is that of the line's beginning.
  package var position: SourcePosition
  /// Where it comes from.
  package var origin: Origin

  /// Where a number comes from.
  package enum Origin: String, Sendable {
    /// The chapter computes it: a code span with `{swift}`.
    case computed
    /// A footnote or a link in its sentence's paragraph says where it was taken from.
    case cited
    /// `book.yml` lists it, or it counts things: a number of up to twelve without a point.
    case declared
    /// Nothing says where it comes from.
    case unaccounted
  }
}
