import DocumentAudit

/// An audit report as text for the terminal.
enum AuditText {
  /// Every statement with its verdict, then the findings, the most serious first.
  static func text(of report: AuditReport) -> String {
    report.documents.map(text).joined(separator: "\n\n")
  }

  private static func text(of document: AuditedDocument) -> String {
    var lines = document.statements.map { statement in
      let values = statement.verdict == "fails" || statement.verdict == "holds" ? values(of: statement) : ""
      let reason = statement.reason.map { "  (\($0))" } ?? ""
      return "\(document.path):\(statement.line): \(statement.verdict): \(statement.latex)\(values)\(reason)"
    }
    let count = document.findings.count
    lines.append("")
    lines.append(
      "\(document.path): \(document.statements.count) statements, \(count) finding\(count == 1 ? "" : "s")")
    lines += document.findings.map { "\(document.path):\($0.line): \($0.kind.rawValue): \($0.message)" }
    if !document.unread.isEmpty { lines.append("\(document.path): \(unread(in: document))") }
    return lines.joined(separator: "\n")
  }

  /// ```text
  /// 3 formulas not read, because of: \gcd (2), \sitemacro
  /// ```
  private static func unread(in document: AuditedDocument) -> String {
    let counts = Dictionary(grouping: document.unread, by: \.token).mapValues(\.count)
    let tokens = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { token, count in
      let name = token.isEmpty ? "the end of the formula" : token
      return count == 1 ? name : "\(name) (\(count))"
    }
    let number = document.unread.count
    let formulas = number == 1 ? "formula" : "formulas"
    return "\(number) \(formulas) not read, because of: \(tokens.joined(separator: ", "))"
  }

  private static func values(of statement: AuditedStatement) -> String {
    guard let left = statement.left, let right = statement.right else { return "" }
    return "  (left \(left), right \(right))"
  }
}
