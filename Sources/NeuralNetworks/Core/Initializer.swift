public import ElementaryNumerics

/// The distribution of the initial weights.
public enum Initializer: String, Sendable, CaseIterable {
  /// Uniform in ±√(6 / (fan in + fan out)). Source: Glorot & Bengio (2010).
  case glorotUniform
  /// Normal with variance 2 / fan in, for ReLU. Source: He et al. (2015).
  case heNormal
  /// Uniform in ±√(6 / fan in), for ReLU. Source: He et al. (2015).
  case heUniform
  /// The rows, or the columns if there are fewer of them, are orthonormal. Source: Saxe, McClelland & Ganguli (2014).
  case orthogonal
  /// All zero.
  case zeros

  /// Writes the initial weights of a matrix.
  ///
  /// - Parameters:
  ///   - weights: `rows × columns` elements, row-major.
  ///   - rows: The number of rows.
  ///   - columns: The number of columns.
  ///   - fanIn: The number of inputs that an output sums over.
  ///   - fanOut: The number of outputs that an input goes to.
  ///   - generator: The source of random numbers.
  public func fill<Scalar: NetworkScalar>(
    _ weights: UnsafeMutablePointer<Scalar>, rows: Int, columns: Int, fanIn: Int, fanOut: Int,
    using generator: inout SplitMix64
  ) {
    let count = rows * columns
    switch self {
    case .glorotUniform: uniform(6 / Double(fanIn + fanOut))
    case .heUniform: uniform(6 / Double(fanIn))
    case .heNormal:
      let deviation = (2 / Double(fanIn)).squareRoot()
      for i in 0..<count { weights[i] = Scalar(deviation * generator.normalByBoxMuller()) }
    case .orthogonal:
      let matrix = Self.orthonormal(rows: rows, columns: columns, using: &generator)
      for i in 0..<count { weights[i] = Scalar(matrix[i]) }
    case .zeros: for i in 0..<count { weights[i] = 0 }
    }

    func uniform(_ squaredLimit: Double) {
      let limit = squaredLimit.squareRoot()
      for i in 0..<count { weights[i] = Scalar(limit * (2 * generator.uniform() - 1)) }
    }
  }

  /// Applies the Gram–Schmidt method to normal random vectors, twice for accuracy.
  private static func orthonormal(rows: Int, columns: Int, using generator: inout SplitMix64) -> [Double] {
    let (count, length) = (min(rows, columns), max(rows, columns))
    var vectors: [[Double]] = []
    while vectors.count < count {
      var vector = (0..<length).map { _ in generator.normalByBoxMuller() }
      for _ in 0..<2 {
        for other in vectors {
          let share = zip(vector, other).reduce(0) { $0 + $1.0 * $1.1 }
          for i in 0..<length { vector[i] -= share * other[i] }
        }
      }
      let norm = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
      // A vector that is almost a combination of the others is discarded and drawn again.
      if norm > 1e-6 { vectors.append(vector.map { $0 / norm }) }
    }
    return (0..<rows * columns).map { i in
      rows <= columns ? vectors[i / columns][i % columns] : vectors[i % columns][i / columns]
    }
  }
}
