extension MathExpression {
  /// `\int_a^b f\,dx`.
  public struct Integral: Hashable, Sendable {
    /// The variable after the d.
    public var variable: MathSymbol
    /// The lower limit; nil for an indefinite integral.
    public var lower: MathExpression?
    /// The upper limit; nil for an indefinite integral.
    public var upper: MathExpression?
    /// The integrand.
    public var body: MathExpression
  }

  /// `\lim_{x \to a} f`.
  public struct Limit: Hashable, Sendable {
    /// The side from which the variable approaches the target.
    public enum Side: Hashable, Sendable {
      case both, below, above
    }
    /// The variable that tends to the target.
    public var variable: MathSymbol
    /// The value that the variable approaches.
    public var target: MathExpression
    /// The side from which the variable approaches.
    public var side: Side
    /// The expression whose limit is taken.
    public var body: MathExpression
  }

  /// `\left. f \right|_{x = a}` and `\left[ f \right]_a^b`.
  public struct Evaluated: Hashable, Sendable {
    /// The evaluated expression.
    public var body: MathExpression
    /// The variable that gets the value; nil if the notation does not name it.
    public var variable: MathSymbol?
    /// The value of the variable, or its upper value in `[ f ]_a^b`.
    public var point: MathExpression
    /// The lower value in `[ f ]_a^b`, whose result is subtracted; nil for a single value.
    public var start: MathExpression?
  }
}
