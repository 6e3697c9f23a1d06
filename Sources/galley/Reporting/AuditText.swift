import DocumentAudit

/// An audit for a person at a terminal.
enum AuditText {
  /// Every statement with its verdict, then the findings, the most serious first.
  static func text(of report: AuditReport) -> String {
    report.documents.map(text).joined(separator: "\n\n")
  }

  private static func text(of document: AuditedDocument) -> String {
    var lines = document.statements.map { statement in
      let values = statement.verdict == "fails" || statement.verdict == "holds" ? values(of: statement) : ""
      return "\(document.path):\(statement.line): \(statement.verdict): \(statement.latex)\(values)"
    }
    let count = document.findings.count
    lines.append("")
    lines.append(
      "\(document.path): \(document.statements.count) statements, \(count) finding\(count == 1 ? "" : "s")")
    lines += document.findings.map { "\(document.path):\($0.line): \($0.kind.rawValue): \($0.message)" }
    return lines.joined(separator: "\n")
  }

  private static func values(of statement: AuditedStatement) -> String {
    guard let left = statement.left, let right = statement.right else { return "" }
    return "  (left \(left), right \(right))"
  }
}
