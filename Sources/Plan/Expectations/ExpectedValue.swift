/// A value as an author writes it in a check.
package indirect enum ExpectedValue: Sendable, Equatable, Codable {
  case number(ExpectedNumber)
  case text(String)
  case boolean(Bool)
  case none
  /// An array or a tuple.
  case array([ExpectedValue])
  /// Anything else, compared with the value's description: `.circle`.
  case symbol(String)
}

/// A number with its written precision.
package struct ExpectedNumber: Sendable, Equatable, Codable {
  /// The nearest Double.
  package var value: Double
  /// The number as it was written.
  package var text: String
  /// One unit of the last digit: 0.0001 for `0.9932`, 1e-7 for `1.2e-6`.
  package var lastDigitUnit: Double
  /// The offset of the number in the text that was read, in UTF-8 bytes.
  package var offset = 0
}
