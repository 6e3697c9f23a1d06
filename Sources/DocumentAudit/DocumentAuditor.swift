import Formulas

/// Audits all math in a document: collects the values that it assigns, follows its chains of equations, and looks for
/// rules that contradict each other.
public struct DocumentAuditor: Sendable {
  /// The seed of the random points for identities.
  public var seed: UInt64 = 1

  /// Creates an auditor; the same seed gives the same verdicts.
  public init(seed: UInt64 = 1) { self.seed = seed }

  /// Audits documents in order; `path` is only a name for the report.
  public func audit(_ documents: [(path: String, text: String)]) -> AuditReport {
    AuditReport(documents: documents.map { audit(path: $0.path, text: $0.text) })
  }

  /// Audits one document; `path` is only a name for the report.
  public func audit(path: String, text: String) -> AuditedDocument {
    var judge = DocumentJudge(DocumentReading(text), seed: seed)
    judge.run()
    let findings = judge.findings + RuleReview(judge).findings()
    return AuditedDocument(
      path: path, statements: judge.statements, findings: Self.ordered(findings), unread: judge.unread)
  }

  /// Sorts the most serious findings first and keeps one finding for each line and kind.
  private static func ordered(_ findings: [Finding]) -> [Finding] {
    let rank = Dictionary(uniqueKeysWithValues: Finding.Kind.allCases.enumerated().map { ($1, $0) })
    var seen: Set<String> = []
    let unique = findings.filter { seen.insert("\($0.line) \($0.kind.rawValue) \($0.message)").inserted }
    return unique.sorted { (rank[$0.kind] ?? 0, $0.line) < (rank[$1.kind] ?? 0, $1.line) }
  }
}
