import Book

/// A comment with the expected value or output of an expression.
package struct Check: Sendable, Equatable, Codable {
  /// Where the comment begins.
  package var position: SourcePosition
  /// How the value is compared, and with what.
  package var kind: Kind
  /// The comments that it was read from, as they were written: one, or one for each printed line.
  package var comments: [Comment] = []

  /// A comment of the chapter.
  package struct Comment: Sendable, Equatable, Codable {
    /// The position of its `//`.
    package var position: SourcePosition
    /// The text with its `//`.
    package var text: String
  }

  /// How the value is compared.
  package enum Kind: Sendable, Equatable, Codable {
    /// `// ≈ 0.25 ± 1e-6`
    case approximate(ExpectedValue, Tolerance)
    /// `// == 3`
    case equal(ExpectedValue)
    /// `// Prints "…"`, one line each.
    case prints([String])
  }
}

/// The allowed error of a number.
package enum Tolerance: Sendable, Equatable, Codable {
  /// Half a unit of the last digit, for each number separately.
  case asWritten
  /// `± 1e-6`
  case absolute(Double)
  /// `± 2%`, as a fraction of the expected number.
  case relative(Double)
}
