// The only file that imports the library of matrix products and the C library's elementary functions.

import Optimizers

#if canImport(Accelerate)
  import Accelerate
#else
  import COpenBLAS
#endif
#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Each product uses one thread, because the layers split the work themselves, always in the same way.
private let singleThreaded: Void = {
  #if !canImport(Accelerate)
    openblas_set_num_threads(1)
  #endif
}()

extension Float: NetworkScalar {
  /// Stores the product of two matrices in the third, or adds it.
  public static func multiply(
    rows: Int, columns: Int, inner: Int, a: MatrixOperand<Float>, b: MatrixOperand<Float>,
    into c: UnsafeMutablePointer<Float>, stride: Int, adding: Bool
  ) {
    guard rows > 0, columns > 0 else { return }
    _ = singleThreaded
    cblas_sgemm(
      CblasRowMajor, a.isTransposed ? CblasTrans : CblasNoTrans, b.isTransposed ? CblasTrans : CblasNoTrans,
      .init(rows), .init(columns), .init(inner), 1, a.elements, .init(a.stride), b.elements, .init(b.stride),
      adding ? 1 : 0, c, .init(stride))
  }

  /// eˣ.
  public static func exponential(_ x: Float) -> Float { expf(x) }
  /// ln x.
  public static func logarithm(_ x: Float) -> Float { logf(x) }
  /// tanh x.
  public static func hyperbolicTangent(_ x: Float) -> Float { tanhf(x) }
}

extension Double: NetworkScalar {
  /// Stores the product of two matrices in the third, or adds it.
  public static func multiply(
    rows: Int, columns: Int, inner: Int, a: MatrixOperand<Double>, b: MatrixOperand<Double>,
    into c: UnsafeMutablePointer<Double>, stride: Int, adding: Bool
  ) {
    guard rows > 0, columns > 0 else { return }
    _ = singleThreaded
    cblas_dgemm(
      CblasRowMajor, a.isTransposed ? CblasTrans : CblasNoTrans, b.isTransposed ? CblasTrans : CblasNoTrans,
      .init(rows), .init(columns), .init(inner), 1, a.elements, .init(a.stride), b.elements, .init(b.stride),
      adding ? 1 : 0, c, .init(stride))
  }

  /// eˣ.
  public static func exponential(_ x: Double) -> Double { exp(x) }
  /// ln x.
  public static func logarithm(_ x: Double) -> Double { log(x) }
  /// tanh x.
  public static func hyperbolicTangent(_ x: Double) -> Double { tanh(x) }
}
