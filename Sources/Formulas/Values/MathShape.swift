/// The number and arrangement of the numbers in a value.
public enum MathShape: Hashable, Sendable, CustomStringConvertible {
  /// One number.
  case scalar
  /// A vector with this number of components.
  case vector(Int)
  /// A matrix with this number of rows and columns.
  case matrix(rows: Int, columns: Int)

  /// The shape in words: `scalar`, `vector of 2`, `2×3 matrix`.
  public var description: String {
    switch self {
    case .scalar: "scalar"
    case .vector(let count): "vector of \(count)"
    case .matrix(let rows, let columns): "\(rows)×\(columns) matrix"
    }
  }
}
