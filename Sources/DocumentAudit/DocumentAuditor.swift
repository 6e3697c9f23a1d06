import Formulas

/// Audits all math in a document: collects the values it assigns, follows its chains, looks for rules that
/// do not fit together.
public struct DocumentAuditor: Sendable {
  /// The seed of the random points for identities.
  public var seed: UInt64 = 1

  /// An auditor with a seed.
  public init(seed: UInt64 = 1) { self.seed = seed }

  /// Audits documents, given as names and texts.
  public func audit(_ documents: [(path: String, text: String)]) -> AuditReport {
    AuditReport(documents: documents.map { audit(path: $0.path, text: $0.text) })
  }

  /// Audits one document.
  public func audit(path: String, text: String) -> AuditedDocument {
    var judge = DocumentJudge(DocumentReading(text), seed: seed)
    judge.run()
    let findings = judge.findings + RuleReview(judge).findings()
    return AuditedDocument(
      path: path, statements: judge.statements, findings: Self.ordered(findings), unread: judge.unread)
  }

  /// Most serious first; one finding for each line and kind.
  private static func ordered(_ findings: [Finding]) -> [Finding] {
    let rank = Dictionary(uniqueKeysWithValues: Finding.Kind.allCases.enumerated().map { ($1, $0) })
    var seen: Set<String> = []
    let unique = findings.filter { seen.insert("\($0.line) \($0.kind.rawValue) \($0.message)").inserted }
    return unique.sorted { (rank[$0.kind] ?? 0, $0.line) < (rank[$1.kind] ?? 0, $1.line) }
  }
}
