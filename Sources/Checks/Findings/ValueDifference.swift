/// The first difference between a value and the expected one.
package struct ValueDifference: Sendable, Equatable, Codable {
  /// The steps that lead to the place; empty for the value itself.
  package var path: [Step] = []
  /// The kind of difference.
  package var kind: Kind

  /// A step into a value.
  package enum Step: Sendable, Equatable, Codable, ExpressibleByIntegerLiteral {
    case element(Int)
    case field(String)
    /// A key of a dictionary, as it was written.
    case key(String)

    package init(integerLiteral index: Int) { self = .element(index) }

    /// `[2]`, `.radius` or `["a"]`
    var text: String {
      switch self {
      case .element(let index): "[\(index)]"
      case .field(let name): ".\(name)"
      case .key(let key): "[\(key)]"
      }
    }
  }

  /// The kind of difference at one place.
  package enum Kind: Sendable, Equatable, Codable {
    case value(expected: String, actual: String)
    /// A call was expected, and only the description of the value is known.
    case otherForm(expected: String, actual: String)
    /// A number whose error is larger than allowed.
    case number(expected: String, actual: String, error: Double, allowed: Double)
    /// An array of the wrong length.
    case count(expected: Int, actual: Int)
    /// A value that is not an array, where an array of `expected` elements was expected.
    case noArray(expected: Int, actual: String)
    /// An array that is too long to be reported completely.
    case tooLong(count: Int)
  }
}
