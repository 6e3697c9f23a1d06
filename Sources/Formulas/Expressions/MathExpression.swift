/// A formula as a tree. Sums and products are flat, so that a thousand terms are not a thousand levels.
public indirect enum MathExpression: Hashable, Sendable {
  /// A written constant.
  case number(WrittenDecimal)
  /// A symbol, with its subscripts.
  case symbol(MathSymbol)
  /// `[a, b]` or `(a, b)`.
  case vector([MathExpression])
  /// A matrix environment, by rows.
  case matrix([[MathExpression]])
  /// `[0, 1)`; the flags say which ends belong to it.
  case interval(MathExpression, MathExpression, lowerClosed: Bool, upperClosed: Bool)
  /// A sum; a subtracted term is `negated`.
  case sum([MathExpression])
  /// A product, read from left to right.
  case product([Factor])
  /// `\frac{a}{b}`.
  case fraction(MathExpression, MathExpression)
  /// `a^b`.
  case power(MathExpression, MathExpression)
  /// `\sqrt[n]{a}`.
  case root(MathExpression, degree: MathExpression?)
  /// `-a`.
  case negated(MathExpression)
  /// A known function of its arguments.
  case function(ElementaryFunction, [MathExpression])
  /// A function that only the text knows: `J(\theta)`.
  case application(MathSymbol, [MathExpression])
  /// `|a|`.
  case absolute(MathExpression)
  /// `\|a\|_p`; Euclidean without an order.
  case norm(MathExpression, order: MathExpression?)
  /// A sum or a product over an index.
  case reduction(Reduction)
  /// ∇ or ∂.
  case derivative(Derivative)
  /// `a^\top`.
  case transposed(MathExpression)
  /// `cases`.
  case piecewise([Branch])
  /// `\int_a^b f\,dx`.
  case integral(Integral)
  /// `\lim_{x \to a} f`.
  case limit(Limit)
  /// An expression with a value put in: `f|_{x=a}`, `[F]_a^b`.
  case evaluated(Evaluated)
  /// Something readable that has no value here: a set, a condition; the name says which.
  case opaque(String, [MathExpression])

  /// A sum or product over an index, `\sum_{i=1}^{m} a_i`.
  public struct Reduction: Hashable, Sendable {
    /// What is done with the terms.
    public enum Operation: String, Hashable, Sendable {
      case sum, product, maximum, minimum
    }
    /// What is done with the terms.
    public var operation: Operation
    /// The running index, if one is named.
    public var index: MathSymbol?
    /// The first value of the index, or the set it runs through.
    public var lower: MathExpression?
    /// The last value of the index.
    public var upper: MathExpression?
    /// The terms.
    public var body: MathExpression
  }

  /// A derivative as it is written.
  public struct Derivative: Hashable, Sendable {
    /// Which notation: `\nabla`, `\partial`, or the upright or italic d.
    public enum Notation: Hashable, Sendable {
      case nabla, partial, total
    }
    /// Which notation it is.
    public var notation: Notation
    /// What is differentiated.
    public var subject: MathExpression
    /// By what, one entry for each order; empty for a bare `\nabla`.
    public var variables: [MathExpression]
    /// How often it is differentiated.
    public var order: Int
  }

  /// One line of a case distinction.
  public struct Branch: Hashable, Sendable {
    /// The value in this case.
    public var value: MathExpression
    /// When it applies: sides and the relations between them; empty for "otherwise".
    public var condition: [Condition]
  }

  /// One comparison of a case distinction.
  public struct Condition: Hashable, Sendable {
    /// The left side.
    public var left: MathExpression
    /// The comparison.
    public var relation: Relation.Kind
    /// The right side.
    public var right: MathExpression
  }

  /// A whole number.
  package static func integer(_ value: Int) -> MathExpression {
    value < 0 ? .negated(.number(WrittenDecimal(integer: -value))) : .number(WrittenDecimal(integer: value))
  }
}
