import DocumentAudit
import Formulas

/// An audit report as text for the terminal, in the form of compilers: `path:line:column: error: …`.
struct AuditText {
  var language = AuditLanguage.english
  /// Whether every statement is listed, and not only the findings.
  var isVerbose = false

  /// The findings of all documents in the order of lines, with counts.
  func text(of report: AuditReport) -> String {
    if report.documents.count == 1, let document = report.documents.first {
      return (lines(of: document) + summary(of: document)).joined(separator: "\n")
    }
    let lines = report.documents.flatMap { document in
      self.lines(of: document) + (isVerbose ? summary(of: document) : [])
    }
    return (lines + total(of: report)).joined(separator: "\n")
  }

  // MARK: Lines

  private func lines(of document: AuditedDocument) -> [String] {
    var entries = document.findings.map { (($0.line, $0.column ?? 0, 0), text(of: $0, in: document)) }
    if isVerbose {
      let reported = Set(document.findings.compactMap(\.statement))
      entries += document.statements.enumerated().filter { !reported.contains($0.offset) }.map {
        (($0.element.line, $0.element.column, 1), text(of: $0.element, in: document))
      }
    }
    return entries.sorted { $0.0 < $1.0 }.map(\.1)
  }

  private func text(of finding: Finding, in document: AuditedDocument) -> String {
    let column = finding.column.map { "\($0):" } ?? ""
    let severity = language.word(finding.kind.isError ? .error : .warning)
    var text =
      "\(document.path):\(finding.line):\(column) \(severity): \(language.text(of: finding))"
      + " [\(finding.kind.rawValue)]"
    if let index = finding.statement {
      let statement = document.statements[index]
      text += "\n    " + Self.oneLine(statement.latex)
      if let given = self.given(statement) { text += "\n    \(given)" }
    }
    return text
  }

  private func text(of statement: AuditedStatement, in document: AuditedDocument) -> String {
    let place = "\(document.path):\(statement.line):\(statement.column):"
    var text = "\(place) \(language.word(statement.verdict)): \(Self.oneLine(statement.latex))"
    if let reason = statement.reason { text += "  (\(language.text(of: reason)))" }
    if statement.verdict == .holds, let left = statement.left, let right = statement.right {
      text += "  (\(left.roundedText), \(right.roundedText))"
      if let given = self.given(statement) { text += "  \(given)" }
    }
    return text
  }

  /// `with x = 2, y = 3`
  private func given(_ statement: AuditedStatement) -> String? {
    if statement.given.isEmpty { return nil }
    let values = statement.given.map { "\($0.name) = \($0.value.roundedText)" }.joined(separator: ", ")
    return language.word(.with).replacing("{values}", with: values)
  }

  private static func oneLine(_ latex: String) -> String {
    latex.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  // MARK: Counts

  private func summary(of document: AuditedDocument) -> [String] {
    var lines = [language.counts(of: [document], path: document.path)]
    if !document.unread.isEmpty { lines.append("\(document.path): \(unread(document.unread))") }
    if let passedOver = language.passedOver(document.passedOver) {
      lines.append("\(document.path): \(passedOver)")
    }
    return lines
  }

  private func total(of report: AuditReport) -> [String] {
    let name = language.documents(report.documents.count)
    let unread = report.documents.flatMap(\.unread)
    let passedOver = report.documents.map(\.passedOver).reduce(into: PassedOver()) { $0.add($1) }
    return [language.counts(of: report.documents, path: name)]
      + (unread.isEmpty ? [] : ["\(name): \(self.unread(unread))"])
      + (language.passedOver(passedOver).map { ["\(name): \($0)"] } ?? [])
  }

  /// ```text
  /// 4 formulas not read, because of: \gcd (2), \sitemacro, ')'; '--macros FILE' can define commands
  /// ```
  private func unread(_ formulas: [UnreadFormula]) -> String {
    let counts = Dictionary(grouping: formulas, by: \.token).mapValues(\.count)
    let tokens = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { token, count in
      let name = token.isEmpty ? language.word(.endOfFormula) : token.hasPrefix("\\") ? token : "'\(token)'"
      return count == 1 ? name : "\(name) (\(count))"
    }
    let shown = tokens.prefix(20).joined(separator: ", ") + (tokens.count > 20 ? ", …" : "")
    return language.unread(
      formulas.count, tokens: shown, hasCommand: counts.keys.contains { $0.hasPrefix("\\") })
  }
}
