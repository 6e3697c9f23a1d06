import Book

/// A comment that says what an expression has to be.
package struct Check: Sendable, Equatable, Codable {
  /// Where the comment begins.
  package var position: SourcePosition
  /// How the value is compared, and with what.
  package var kind: Kind
  /// The comments that it was read from, as they were written: one, or one for each line that is printed.
  package var comments: [Comment] = []

  /// A comment of the chapter.
  package struct Comment: Sendable, Equatable, Codable {
    /// Where its `//` stands.
    package var position: SourcePosition
    /// With its `//`.
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

/// How far a number may be from the one that is expected.
package enum Tolerance: Sendable, Equatable, Codable {
  /// Half a unit of the last digit, for each number on its own.
  case asWritten
  /// `± 1e-6`
  case absolute(Double)
  /// `± 2%`, as a fraction of the expected number.
  case relative(Double)
}
