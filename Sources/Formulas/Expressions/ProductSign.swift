/// The sign between two factors. All signs except `division` multiply; they differ only for vectors and matrices.
public enum ProductSign: Hashable, Sendable {
  /// No sign: the factors stand side by side.
  case juxtaposed
  /// `\cdot` or `*`.
  case dot
  /// `\times`.
  case cross
  /// `\odot`, `\circ`: the elementwise product.
  case hadamard
  /// `/`, `\div`: a division by the next factor.
  case division
}

/// One factor of a product, with the sign before it.
public struct Factor: Hashable, Sendable {
  /// The sign before the factor; `juxtaposed` for the first one.
  public var sign: ProductSign
  /// The factor without its sign.
  public var expression: MathExpression

  /// Creates a factor with the sign before it.
  public init(_ expression: MathExpression, sign: ProductSign = .juxtaposed) {
    self.sign = sign
    self.expression = expression
  }
}
