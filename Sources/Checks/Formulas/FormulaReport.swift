import GFM

/// What was found out about one displayed formula.
package struct FormulaReport: Sendable, Equatable, Codable {
  /// The formula's block in its chapter.
  package var block: MarkdownNode.ID
  /// The line of the opening fence.
  package var line: Int
  /// The formula's label, if it has one.
  package var label: String?
  /// Its rows as they are printed, each with the LaTeX of its columns; empty when it could not be read.
  package var rows: [[String]] = []
  /// Its steps with their verdicts, when it could be read.
  package var steps: [FormulaStep] = []
}

/// One relation of a formula: `left = right`.
package struct FormulaStep: Sendable, Equatable, Codable {
  /// The number of the step in its formula, from one.
  package var number: Int
  /// The row that its right side begins in, from zero.
  package var row: Int
  /// The line of the chapter where its right side begins.
  package var line: Int
  /// In UTF-8 bytes, from one.
  package var column: Int
  /// The LaTeX of the left side; in a row that goes on from the row before, of what stands there.
  package var left: String
  /// The LaTeX of the right side.
  package var right: String
  /// What the left side is worth; empty when that is not known.
  package var leftValue: String
  /// What the right side is worth; empty when that is not known.
  package var rightValue: String
  /// What the audit says.
  package var verdict: Verdict
  /// The verdict as a sentence.
  package var message: String
  /// Whether the author has said that the step does not hold.
  package var isDeclared: Bool

  /// What an audit can say of a step.
  package enum Verdict: String, Sendable, Codable {
    case holds
    case fails
    case definition
    case undetermined
    case unreadable
  }
}
