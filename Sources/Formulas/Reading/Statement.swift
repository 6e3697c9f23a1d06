/// A chain such as `a = b \approx c`: sides and the relations between them.
public struct Statement: Hashable, Sendable {
  /// One side of a chain.
  public struct Side: Hashable, Sendable {
    /// The expression tree of this side.
    public var expression: MathExpression
    /// The LaTeX text of this side.
    public var latex: String
    /// The position of the first token of this side.
    public var position: FormulaPosition
  }

  /// The sides in reading order.
  public var sides: [Side]
  /// The relations. There is one fewer than sides, or as many as sides if the row continues the chain before.
  public var relations: [Relation]
  /// Whether the row begins with a relation, such as `&= b` in `aligned`.
  public var continuesPrevious: Bool { relations.count == sides.count }
  /// The position of the first token of the row.
  public var position: FormulaPosition
  /// The LaTeX text of the whole row.
  public var latex: String
  /// Letters before parentheses without a sum that were read as factors and may be functions: x of x(nT).
  package var possibleCalls: [String] = []
}
