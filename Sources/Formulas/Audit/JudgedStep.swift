/// One relation of a derivation with its verdict.
public struct JudgedStep: Hashable, Sendable {
  /// The number of the step in the derivation, from 1.
  public var number: Int
  /// Where the right side begins in the formula.
  public var position: FormulaPosition
  /// The LaTeX of the left side; for a row that continues an earlier one, that row's last side.
  public var left: String
  /// The sign between the sides.
  public var relation: Relation.Kind
  /// The LaTeX of the right side.
  public var right: String
  /// The value of the left side, when everything in it is known.
  public var leftValue: MathValue?
  /// The value of the right side, when everything in it is known.
  public var rightValue: MathValue?
  /// What the audit says.
  public var verdict: Verdict
  /// What was compared, when the verdict rests on a comparison.
  package var comparison: Comparison?

  /// Two expressions that were laid side by side.
  package struct Comparison: Hashable, Sendable {
    /// How they were compared.
    package enum Basis: Hashable, Sendable {
      /// By their values.
      case values
      /// At random points.
      case points
      /// A stated derivative with the derivative of what it belongs to, at random points.
      case derivative
    }
    /// The left side, for a row that continues an earlier one the last side of that row.
    package var left: MathExpression
    /// The right side.
    package var right: MathExpression
    /// How they were compared.
    package var basis: Basis
  }
}
