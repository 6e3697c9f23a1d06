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
}
