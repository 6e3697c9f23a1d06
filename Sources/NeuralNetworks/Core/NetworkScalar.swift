import Optimizers

/// A floating-point type that a network computes in: `Float` (fast) or `Double` (for checks).
public protocol NetworkScalar: OptimizerScalar {
  /// C = op(A)·op(B), or C += op(A)·op(B), all matrices row-major.
  ///
  /// - Parameters:
  ///   - rows: m, the rows of C and of op(A).
  ///   - columns: n, the columns of C and of op(B).
  ///   - inner: k, the columns of op(A) and the rows of op(B).
  ///   - a: A, with the distance in elements between its rows and whether it is transposed.
  ///   - b: B, in the same form.
  ///   - c: C.
  ///   - stride: The distance in elements between the rows of C.
  ///   - adding: Whether the product is added to C rather than stored there.
  static func multiply(
    rows: Int, columns: Int, inner: Int, a: MatrixOperand<Self>, b: MatrixOperand<Self>,
    into c: UnsafeMutablePointer<Self>, stride: Int, adding: Bool)

  /// eˣ.
  static func exponential(_ x: Self) -> Self

  /// eˣ in place, for many elements at once.
  static func exponentials(_ x: UnsafeMutablePointer<Self>, count: Int)

  /// ln x.
  static func logarithm(_ x: Self) -> Self

  /// tanh x.
  static func hyperbolicTangent(_ x: Self) -> Self
}

/// An operand of a matrix product, row-major.
public struct MatrixOperand<Scalar> {
  let elements: UnsafePointer<Scalar>
  let stride: Int
  let isTransposed: Bool

  /// Describes a matrix.
  ///
  /// - Parameters:
  ///   - elements: The first element.
  ///   - stride: The distance in elements between stored rows.
  ///   - isTransposed: Whether the product uses the transpose of the stored matrix.
  @inline(__always)
  public init(_ elements: UnsafePointer<Scalar>, stride: Int, isTransposed: Bool = false) {
    self.elements = elements
    self.stride = stride
    self.isTransposed = isTransposed
  }
}
