/// How a value differs from the one that was expected: in the first place where it does.
package struct ValueDifference: Sendable, Equatable, Codable {
  /// The indices that lead to the place; empty for the value itself.
  package var path: [Int] = []
  /// What differs there.
  package var kind: Kind

  /// What differs at one place.
  package enum Kind: Sendable, Equatable, Codable {
    case value(expected: String, actual: String)
    /// A number that is off by more than is allowed.
    case number(expected: String, actual: String, error: Double, allowed: Double)
    /// An array of another length.
    case count(expected: Int, actual: Int)
    /// Something else than an array of so many elements.
    case noArray(expected: Int, actual: String)
    /// An array that is too long to be reported whole.
    case tooLong(count: Int)
  }
}
