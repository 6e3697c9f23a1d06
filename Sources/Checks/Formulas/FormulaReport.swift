import Formulas
import GFM

/// The result for one displayed formula.
package struct FormulaReport: Sendable, Equatable, Codable {
  /// The formula's block in its chapter.
  package var block: MarkdownNode.ID
  /// The line of the opening fence.
  package var line: Int
  /// The formula's label, if it has one.
  package var label: String?
  /// Its rows as they are printed, each with the LaTeX of its columns; empty if the formula could not be read.
  package var rows: [[String]] = []
  /// Its steps with their verdicts; empty if the formula could not be read.
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
  /// The column where its right side begins, in UTF-8 bytes from one.
  package var column: Int
  /// The LaTeX of the left side. In a row that continues the row before, it is taken from that row.
  package var left: String
  /// The LaTeX of the right side.
  package var right: String
  /// The value of the left side; empty if it is unknown.
  package var leftValue: String
  /// The value of the right side; empty if it is unknown.
  package var rightValue: String
  /// The verdict of the audit.
  package var verdict: Verdict.Kind
  /// The verdict as a sentence.
  package var message: String
  /// Whether the author declared that the step does not hold.
  package var isDeclared: Bool
}

extension Verdict.Kind: Codable {}
