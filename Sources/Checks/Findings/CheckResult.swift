import GFM

/// One thing that was checked: where it stands, what was expected, and what was found.
package struct CheckResult: Sendable, Equatable, Decodable {
  /// The number of the check in its chapter, from one, in the order of lines.
  package var number = 0
  /// The line of the chapter, from one.
  package var line: Int
  /// In UTF-8 bytes, from one.
  package var column: Int
  /// The block that the check stands in; nil for a sentence of the prose.
  package var block: MarkdownNode.ID?
  /// The name of what was checked: an expression as it was written, a label, the two sides of a step.
  package var subject: String
  /// What the author wrote.
  package var expectation: Expectation
  /// What came of it.
  package var finding: Finding

  /// Whether it holds.
  package var verdict: Verdict { finding.meets(expectation) ? .passed : .failed }

  /// Whether a check holds.
  package enum Verdict: String, Sendable, Codable {
    case passed
    case failed
  }

  /// The largest error of all numbers as a part of what is allowed: 0.5 used half of the tolerance.
  package var toleranceUsed: Double? {
    if case .agrees(_, let used) = finding { used } else { nil }
  }

  /// The step of a formula that was judged.
  package var step: FormulaStep? {
    if case .step(let step) = finding { step } else { nil }
  }
}

extension CheckResult: Encodable {
  private enum Key: String, CodingKey {
    case number, line, column, block, subject, expectation, finding
    case kind, expected, actual, tolerance, verdict, toleranceUsed, reason, remark
  }

  /// Writes the data, and beside them what they say in English.
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
