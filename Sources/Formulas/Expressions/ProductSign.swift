/// How two factors are joined on the page. All but `hadamard` mean the same for numbers.
public enum ProductSign: Hashable, Sendable {
  /// Written side by side.
  case juxtaposed
  /// `\cdot` or `*`.
  case dot
  /// `\times`.
  case cross
  /// `\odot`, `\circ`: always element by element.
  case hadamard
  /// `/`, `\div`: the factor that follows divides.
  case division
}

/// One factor of a product, with the sign before it.
public struct Factor: Hashable, Sendable {
  /// The sign before the factor; `juxtaposed` for the first one.
  public var sign: ProductSign
  /// What is multiplied.
  public var expression: MathExpression

  /// A factor behind a sign.
  public init(_ expression: MathExpression, sign: ProductSign = .juxtaposed) {
    self.sign = sign
    self.expression = expression
  }
}
