/// A value as an author writes it in a check.
package indirect enum ExpectedValue: Sendable, Equatable, Codable {
  case number(ExpectedNumber)
  case text(ExpectedText)
  case boolean(Bool)
  case none
  /// An array, a set or a tuple.
  case array([ExpectedValue])
  /// `["a": 1]`
  case dictionary([Entry])
  /// `.circle(radius: 2)`, `Point(x: 1, y: 2)`, or a tuple with labels, whose name is empty.
  case call(name: String, [Argument])
  /// Anything else, compared with the value's description: `.circle`, `3.0 km`.
  case symbol(ExpectedText)

  /// A key of a dictionary with its value.
  package struct Entry: Sendable, Equatable, Codable {
    package var key: ExpectedValue
    package var value: ExpectedValue
  }

  /// An argument of a call.
  package struct Argument: Sendable, Equatable, Codable {
    /// Empty if the argument has no label.
    package var label: String
    package var value: ExpectedValue
  }
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

/// A text and where it was written. Texts at different places can be equal.
package struct ExpectedText: Sendable, Codable, ExpressibleByStringLiteral {
  package var text: String
  /// Its place in the text that was read, with its quotes, in UTF-8 bytes.
  package var range: Range<Int>

  package init(text: String, range: Range<Int>) {
    self.text = text
    self.range = range
  }

  package init(stringLiteral text: String) { self.init(text: text, range: 0..<0) }
}

extension ExpectedText: Equatable {
  package static func == (one: Self, other: Self) -> Bool { one.text == other.text }
}
