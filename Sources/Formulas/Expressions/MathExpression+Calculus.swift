extension MathExpression {
  /// `\int_a^b f\,dx`.
  public struct Integral: Hashable, Sendable {
    /// The variable behind the d.
    public var variable: MathSymbol
    /// The limits; nil for an indefinite integral.
    public var lower: MathExpression?
    /// The upper limit.
    public var upper: MathExpression?
    /// What is integrated.
    public var body: MathExpression
  }

  /// `\lim_{x \to a} f`.
  public struct Limit: Hashable, Sendable {
    /// From where the variable comes.
    public enum Side: Hashable, Sendable {
      case both, below, above
    }
    /// What tends to something.
    public var variable: MathSymbol
    /// Where it tends to.
    public var target: MathExpression
    /// From where.
    public var side: Side
    /// What takes the limit.
    public var body: MathExpression
  }

  /// `\left. f \right|_{x = a}` and `\left[ f \right]_a^b`.
  public struct Evaluated: Hashable, Sendable {
    /// What is evaluated.
    public var body: MathExpression
    /// Whose value is put in; nil where the notation leaves it to the reader.
    public var variable: MathSymbol?
    /// The value put in.
    public var point: MathExpression
    /// The value whose result is subtracted.
    public var start: MathExpression?
  }
}
