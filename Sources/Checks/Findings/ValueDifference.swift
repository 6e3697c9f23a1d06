/// The first difference between a value and the expected one.
package struct ValueDifference: Sendable, Equatable, Codable {
  /// The indices that lead to the place; empty for the value itself.
  package var path: [Int] = []
  /// The kind of difference.
  package var kind: Kind

  /// The kind of difference at one place.
  package enum Kind: Sendable, Equatable, Codable {
    case value(expected: String, actual: String)
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
