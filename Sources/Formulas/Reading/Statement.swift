/// A chain `a = b \approx c`: sides and the relations between them.
public struct Statement: Hashable, Sendable {
  /// One side of a chain.
  public struct Side: Hashable, Sendable {
    /// What it says.
    public var expression: MathExpression
    /// The LaTeX text of this side.
    public var latex: String
    /// Where it begins.
    public var position: FormulaPosition
  }

  /// The sides in reading order.
  public var sides: [Side]
  /// The relations; one fewer than sides, or as many when the chain continues the one before.
  public var relations: [Relation]
  /// Whether the row begins with a relation, as `&= b` does in `aligned`.
  public var continuesPrevious: Bool { relations.count == sides.count }
  /// Where the row begins.
  public var position: FormulaPosition
  /// The LaTeX text of the whole row.
  public var latex: String
}
