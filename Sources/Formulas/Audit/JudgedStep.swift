/// One relation of a derivation with its verdict.
public struct JudgedStep: Hashable, Sendable {
  /// The number of the step in the derivation, from 1.
  public var number: Int
  /// The position of the right side in the formula.
  public var position: FormulaPosition
  /// The LaTeX of the left side; for a row that continues an earlier one, that row's last side.
  public var left: String
  /// The sign between the sides.
  public var relation: Relation.Kind
  /// The LaTeX of the right side.
  public var right: String
  /// The value of the left side, if all its quantities have values.
  public var leftValue: MathValue?
  /// The value of the right side, if all its quantities have values.
  public var rightValue: MathValue?
  /// The verdict on the step.
  public var verdict: Verdict
  /// The compared expressions, if the verdict rests on a comparison.
  package var comparison: Comparison?

  /// Two expressions that were compared.
  package struct Comparison: Hashable, Sendable {
    /// The method of the comparison.
    package enum Basis: Hashable, Sendable {
      /// The values of both sides.
      case values
      /// Values at random points.
      case points
      /// A stated derivative and the derivative of its definition, at random points.
      case derivative
    }
    /// The left side; for a row that continues an earlier one, the last side of that row.
    package var left: MathExpression
    /// The right side.
    package var right: MathExpression
    /// The method of the comparison.
    package var basis: Basis
  }
}
