import Book
import GFM

/// A number that the reader sees in the text, and where it comes from.
package struct Numeral: Sendable, Equatable {
  /// The number as it is written: `0.9932`, `60,000`.
  package var text: String
  /// The beginning of the line that contains it.
  package var position: SourcePosition
  /// Where it comes from.
  package var origin: Origin

  /// Where a number comes from.
  package enum Origin: String, Sendable {
    /// The chapter computes it in a code span with `{swift}`.
    case computed
    /// A footnote or a link in its paragraph names the source.
    case cited
    /// The constants of the book or the chapter contain it, or it is a whole number up to twelve.
    case declared
    /// No source is known.
    case unaccounted
  }
}
