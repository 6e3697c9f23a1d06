/// A formula as a tree. Sums and products are flat, so that a thousand terms do not need a thousand levels.
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
  /// A function that the text defines: `J(\theta)`.
  case application(MathSymbol, [MathExpression])
  /// `|a|`.
  case absolute(MathExpression)
  /// `\|a\|_p`; the Euclidean norm if there is no order.
  case norm(MathExpression, order: MathExpression?)
  /// A sum or a product over an index.
  case reduction(Reduction)
  /// A derivative with ∇, ∂ or d.
  case derivative(Derivative)
  /// `a^\top`.
  case transposed(MathExpression)
  /// A case distinction in `cases`.
  case piecewise([Branch])
  /// `\int_a^b f\,dx`.
  case integral(Integral)
  /// `\lim_{x \to a} f`.
  case limit(Limit)
  /// An expression with a value put in: `f|_{x=a}`, `[F]_a^b`.
  case evaluated(Evaluated)
  /// A part that can be read but has no value, such as a set or a condition; the name says which.
  case opaque(String, [MathExpression])

  /// A sum or product over an index, `\sum_{i=1}^{m} a_i`.
  public struct Reduction: Hashable, Sendable {
    /// The operation on the terms.
    public enum Operation: String, Hashable, Sendable {
      case sum, product, maximum, minimum
    }
    /// The operation on the terms.
    public var operation: Operation
    /// The running index, if one is named.
    public var index: MathSymbol?
    /// The first value of the index, or the set it runs through.
    public var lower: MathExpression?
    /// The last value of the index.
    public var upper: MathExpression?
    /// The term as an expression in the index.
    public var body: MathExpression
  }

  /// A derivative as it is written.
  public struct Derivative: Hashable, Sendable {
    /// The notation: `\nabla`, `\partial`, or the upright or italic d.
    public enum Notation: Hashable, Sendable {
      case nabla, partial, total
    }
    /// The notation of the derivative.
    public var notation: Notation
    /// The expression that is differentiated.
    public var subject: MathExpression
    /// The variables, one entry for each order; empty for a bare `\nabla`.
    public var variables: [MathExpression]
    /// The order of the derivative, from 1.
    public var order: Int
  }

  /// One line of a case distinction.
  public struct Branch: Hashable, Sendable {
    /// The value in this case.
    public var value: MathExpression
    /// The comparisons that must hold in this case; empty for "otherwise".
    public var condition: [Condition]
  }

  /// One comparison of a case distinction.
  public struct Condition: Hashable, Sendable {
    /// The left side.
    public var left: MathExpression
    /// The relation between the sides.
    public var relation: Relation.Kind
    /// The right side.
    public var right: MathExpression

    package init(left: MathExpression, relation: Relation.Kind, right: MathExpression) {
      self.left = left
      self.relation = relation
      self.right = right
    }
  }

  /// A whole number.
  package static func integer(_ value: Int) -> MathExpression {
    value < 0 ? .negated(.number(WrittenDecimal(integer: -value))) : .number(WrittenDecimal(integer: value))
  }
}
