/// How many numbers a value holds, and in which arrangement.
public enum MathShape: Hashable, Sendable, CustomStringConvertible {
  /// One number.
  case scalar
  /// A column of numbers.
  case vector(Int)
  /// Rows and columns of numbers.
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
