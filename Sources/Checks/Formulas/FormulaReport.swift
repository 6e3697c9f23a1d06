/// What was found out about one displayed formula.
public struct FormulaReport: Sendable, Equatable, Codable {
  /// The line of the opening fence.
  public var line: Int
  /// The formula's label, if it has one.
  public var label: String?
  /// Its steps with their verdicts, when it could be read.
  public var steps: [FormulaStep]
}

/// One relation of a formula: `left = right`.
public struct FormulaStep: Sendable, Equatable, Codable {
  /// The number of the step in its formula, from one.
  public var number: Int
  /// The line of the chapter where its right side begins.
  public var line: Int
  /// In UTF-8 bytes, from one.
  public var column: Int
  /// The LaTeX of the left side; in a row that goes on from the row before, of what stands there.
  public var left: String
  /// The LaTeX of the right side.
  public var right: String
  /// What the left side is worth; empty when that is not known.
  public var leftValue: String
  /// What the right side is worth; empty when that is not known.
  public var rightValue: String
  /// What the audit says.
  public var verdict: Verdict
  /// The verdict as a sentence.
  public var message: String
  /// Whether the author has said that the step does not hold.
  public var isDeclared: Bool

  /// What an audit can say of a step.
  public enum Verdict: String, Sendable, Codable {
    case holds
    case fails
    case definition
    case undetermined
    case unreadable
  }
}
