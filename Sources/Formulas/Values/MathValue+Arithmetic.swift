extension MathValue {
  /// Applies an operation element by element; a scalar combines with every element of the other value.
  ///
  /// Throws `EvaluationFailure.shapeMismatch` if neither value is a scalar and the shapes differ.
  func combined(
    with other: MathValue, named operation: String, _ combine: (MathScalar, MathScalar) -> MathScalar
  ) throws(EvaluationFailure) -> MathValue {
    switch (self, other) {
    case (.scalar(let a), _): return other.map { combine(a, $0) }
    case (_, .scalar(let b)): return map { combine($0, b) }
    case (.vector(let a), .vector(let b)) where a.count == b.count:
      return .vector(zip(a, b).map(combine))
    case (.matrix(let a), .matrix(let b)) where shape == other.shape:
      return .matrix(zip(a, b).map { zip($0, $1).map(combine) })
    default:
      throw .shapeMismatch(operation: operation, left: shape, right: other.shape)
    }
  }

  /// The usual product of texts: elementwise for two vectors, and the matrix product with a matrix.
  func multiplied(by other: MathValue, sign: ProductSign) throws(EvaluationFailure) -> MathValue {
    if sign == .hadamard { return try combined(with: other, named: "⊙", *) }
    switch (self, other) {
    case (.vector(let a), .vector(let b)) where sign == .cross && a.count == 3 && b.count == 3:
      return .vector(MathValue.cross(a, b))
    case (.matrix(let a), .matrix(let b)):
      guard let inner = a.first?.count, inner == b.count else {
        throw .shapeMismatch(operation: "·", left: shape, right: other.shape)
      }
      let columns = MathValue.transpose(b)
      let rows = a.map { row in columns.map { MathValue.dot(row, $0) } }
      return rows.count == 1 && columns.count == 1 ? .scalar(rows[0][0]) : .matrix(rows)
    case (.matrix(let a), .vector(let b)):
      guard let inner = a.first?.count else { throw .undefined("an empty matrix") }
      if inner == b.count {
        let result = a.map { MathValue.dot($0, b) }
        return result.count == 1 ? .scalar(result[0]) : .vector(result)
      }
      if inner == 1 { return .matrix(a.map { row in b.map { row[0] * $0 } }) }
      throw .shapeMismatch(operation: "·", left: shape, right: other.shape)
    case (.vector(let a), .matrix(let b)) where b.count == 1:
      return .matrix(a.map { x in b[0].map { x * $0 } })
    case (.vector(let a), .matrix(let b)):
      guard a.count == b.count else { throw .shapeMismatch(operation: "·", left: shape, right: other.shape) }
      return .vector(MathValue.transpose(b).map { MathValue.dot(a, $0) })
    default:
      return try combined(with: other, named: "·", *)
    }
  }

  /// The transpose: a row for a vector, and a vector for a row.
  var transposed: MathValue {
    switch self {
    case .scalar: return self
    case .vector(let components): return .matrix([components])
    case .matrix(let rows):
      let columns = MathValue.transpose(rows)
      return columns.first?.count == 1 && rows.count == 1 ? .vector(rows[0]) : .matrix(columns)
    }
  }

  /// The cross product of two vectors with three components.
  private static func cross(_ a: [MathScalar], _ b: [MathScalar]) -> [MathScalar] {
    [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
  }

  /// The inner product of two vectors.
  static func dot(_ a: [MathScalar], _ b: [MathScalar]) -> MathScalar {
    zip(a, b).reduce(MathScalar(Rational(0))) { $0 + $1.0 * $1.1 }
  }

  /// The sum of all numbers.
  package var total: MathScalar { scalars.reduce(MathScalar(Rational(0)), +) }

  /// The identity matrix.
  static func identity(_ size: Int) -> [[MathScalar]] {
    (0..<size).map { row in (0..<size).map { MathScalar(Rational($0 == row ? 1 : 0)) } }
  }

  /// The inverse of a square matrix by elimination with row exchanges.
  func inverted() throws(EvaluationFailure) -> MathValue {
    guard case .matrix(var rows) = self, rows.count == rows.first?.count else {
      throw .undefined("the inverse of a \(shape)")
    }
    let size = rows.count
    var inverse = MathValue.identity(size)
    for column in 0..<size {
      let candidates = (column..<size).max {
        rows[$0][column].value.magnitude < rows[$1][column].value.magnitude
      }
      guard let pivotRow = candidates, rows[pivotRow][column].value != 0 else {
        throw .undefined("the inverse of a singular matrix")
      }
      rows.swapAt(column, pivotRow)
      inverse.swapAt(column, pivotRow)
      let pivot = rows[column][column]
      rows[column] = rows[column].map { $0 / pivot }
      inverse[column] = inverse[column].map { $0 / pivot }
      for row in 0..<size where row != column {
        let factor = rows[row][column]
        for k in 0..<size {
          rows[row][k] = rows[row][k] - factor * rows[column][k]
          inverse[row][k] = inverse[row][k] - factor * inverse[column][k]
        }
      }
    }
    return .matrix(inverse)
  }

  /// The number of independent rows of a matrix, by elimination.
  var rank: Int {
    guard case .matrix(var rows) = self, let width = rows.first?.count else {
      return scalars.contains { $0.value != 0 } ? 1 : 0
    }
    let scale = scalars.reduce(0.0) { max($0, $1.value.magnitude) }
    var rank = 0
    for column in 0..<width where rank < rows.count {
      let pivotRow = (rank..<rows.count).max {
        rows[$0][column].value.magnitude < rows[$1][column].value.magnitude
      }
      guard let pivotRow, rows[pivotRow][column].value.magnitude > 1e-12 * scale else { continue }
      rows.swapAt(rank, pivotRow)
      for row in (rank + 1)..<max(rows.count, rank + 1) {
        let factor = rows[row][column] / rows[rank][column]
        for k in column..<width { rows[row][k] = rows[row][k] - factor * rows[rank][k] }
      }
      rank += 1
    }
    return rank
  }

  static func transpose(_ rows: [[MathScalar]]) -> [[MathScalar]] {
    guard let width = rows.first?.count else { return [] }
    return (0..<width).map { column in rows.map { $0[column] } }
  }
}
