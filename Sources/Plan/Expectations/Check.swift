import Book

/// A comment that says what an expression has to be.
public struct Check: Sendable, Equatable, Codable {
  /// Where the comment begins.
  public var position: SourcePosition
  /// How the value is compared, and with what.
  public var kind: Kind
  /// The comments that it was read from, as they were written: one, or one for each line that is printed.
  public var comments: [Comment] = []

  /// A comment of the chapter.
  public struct Comment: Sendable, Equatable, Codable {
    /// Where its `//` stands.
    public var position: SourcePosition
    /// With its `//`.
    public var text: String
  }

  /// How the value is compared.
  public enum Kind: Sendable, Equatable, Codable {
    /// `// ≈ 0.25 ± 1e-6`
    case approximate(ExpectedValue, Tolerance)
    /// `// == 3`
    case equal(ExpectedValue)
    /// `// Prints "…"`, one line each.
    case prints([String])
  }
}

/// How far a number may be from the one that is expected.
public enum Tolerance: Sendable, Equatable, Codable {
  /// Half a unit of the last digit, for each number on its own.
  case asWritten
  /// `± 1e-6`
  case absolute(Double)
  /// `± 2%`, as a fraction of the expected number.
  case relative(Double)
}
