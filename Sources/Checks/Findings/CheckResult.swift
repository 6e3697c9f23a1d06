import GFM

/// The result of one check: its position, the expectation and the finding.
package struct CheckResult: Sendable, Equatable, Decodable {
  /// The number of the check in its chapter, from one, in the order of lines.
  package var number = 0
  /// The line of the chapter, from one.
  package var line: Int
  /// The column in UTF-8 bytes, from one.
  package var column: Int
  /// The block that contains the check; nil for a sentence of the prose.
  package var block: MarkdownNode.ID?
  /// The name of the checked item: an expression as it was written, a label, or the two sides of a step.
  package var subject: String
  /// The outcome that the author expects.
  package var expectation: Expectation
  /// The outcome of the check.
  package var finding: Finding

  /// Whether the finding meets the expectation.
  package var verdict: Verdict { finding.meets(expectation) ? .passed : .failed }

  /// Whether a check holds.
  package enum Verdict: String, Sendable, Codable {
    case passed
    case failed
  }

  /// The largest error divided by the allowed error: at 0.5, half of the tolerance is used. Nil if the check compared
  /// no numbers or failed.
  package var toleranceUsed: Double? {
    if case .agrees(_, let used) = finding { used } else { nil }
  }

  /// The judged step of a formula; nil for other checks.
  package var step: FormulaStep? {
    if case .step(let step) = finding { step } else { nil }
  }
}

extension CheckResult: Encodable {
  private enum Key: String, CodingKey {
    case number, line, column, block, subject, expectation, finding
    case kind, expected, actual, tolerance, verdict, toleranceUsed, reason, remark
  }

  /// Encodes the data, and also their wording in English.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(number, forKey: .number)
    try container.encode(line, forKey: .line)
    try container.encode(column, forKey: .column)
    try container.encodeIfPresent(block, forKey: .block)
    try container.encode(subject, forKey: .subject)
    try container.encode(expectation, forKey: .expectation)
    try container.encode(finding, forKey: .finding)
    try container.encode(kind, forKey: .kind)
    try container.encode(expected.english, forKey: .expected)
    try container.encode(actual.english, forKey: .actual)
    try container.encode(tolerance?.english ?? "", forKey: .tolerance)
    try container.encode(verdict, forKey: .verdict)
    try container.encodeIfPresent(toleranceUsed, forKey: .toleranceUsed)
    try container.encodeIfPresent(reason?.english, forKey: .reason)
    try container.encodeIfPresent(remark?.english, forKey: .remark)
  }
}
