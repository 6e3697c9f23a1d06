import DocumentAudit
import Formulas
import Foundation

/// An audit report as JSON. `version` changes when a key changes its meaning or goes away.
struct AuditJSON: Encodable {
  var version = 1
  var documents: [Document]

  struct Document: Encodable {
    var path: String
    var format: String
    var counts: [String: Int]
    var statements: [Statement]
    var findings: [FoundMistake]
    var unread: [Unread]
    var passedOver: [String: Int]
  }

  struct Statement: Encodable {
    var line: Int
    var column: Int
    var latex: String
    var verdict: String
    /// The values of both sides, `null` for a side without one.
    var left: Nullable<AuditedValue>
    var right: Nullable<AuditedValue>
    var reason: Nullable<String>
    /// The values with which the statement was read.
    var reading: [String: AuditedValue]
    var declaredWrong: Bool
  }

  struct FoundMistake: Encodable {
    var line: Int
    var column: Nullable<Int>
    var kind: String
    var severity: String
    var message: String
    /// The index of the statement among those of the document.
    var statement: Nullable<Int>
    var expected: Nullable<AuditedValue>
    var stated: Nullable<AuditedValue>
    var counterexample: [String: AuditedValue]
    /// The expression that would be right in place of one side.
    var repaired: Nullable<String>
  }

  struct Unread: Encodable {
    var line: Int
    var column: Int
    var token: String
    var statement: Int
  }

  /// A value that is written as `null` when it is missing.
  struct Nullable<Value: Encodable>: Encodable {
    var value: Value?

    init(_ value: Value?) { self.value = value }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      if let value { try container.encode(value) } else { try container.encodeNil() }
    }
  }

  /// The JSON text.
  static func text(of report: AuditReport) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let json = AuditJSON(documents: report.documents.map(Document.init))
    return String(decoding: try encoder.encode(json), as: UTF8.self)
  }
}

extension AuditJSON.Document {
  init(_ document: AuditedDocument) {
    path = document.path
    format = document.format.rawValue
    counts = Dictionary(grouping: document.statements, by: \.verdict.rawValue).mapValues(\.count)
    statements = document.statements.map { statement in
      AuditJSON.Statement(
        line: statement.line, column: statement.column, latex: statement.latex,
        verdict: statement.verdict.rawValue,
        left: .init(statement.left.map { AuditedValue($0) }),
        right: .init(statement.right.map { AuditedValue($0) }), reason: .init(statement.reason?.message),
        reading: Dictionary(statement.given.map { ($0.name, AuditedValue($0.value)) }) { first, _ in first },
        declaredWrong: statement.isDeclaredWrong)
    }
    findings = document.findings.map(AuditJSON.FoundMistake.init)
    unread = document.unread.map {
      AuditJSON.Unread(line: $0.line, column: $0.column, token: $0.token, statement: $0.statement)
    }
    passedOver = [
      "codeBlocks": document.passedOver.codeBlocks, "terms": document.passedOver.terms,
      "skipped": document.passedOver.skipped,
    ]
  }
}

extension AuditJSON.FoundMistake {
  init(_ finding: Finding) {
    line = finding.line
    column = .init(finding.column)
    kind = finding.kind.rawValue
    severity = finding.kind.isError ? "error" : "warning"
    message = finding.message
    statement = .init(finding.statement)
    var (left, right): (MathValue?, MathValue?)
    var discrepancy: Discrepancy?
    switch finding.detail {
    case .discrepancy(let found):
      (left, right) = (found.left, found.right)
      discrepancy = found
    case .result(let value, let correct): (left, right) = (correct, value)
    default: break
    }
    expected = .init(left.map { AuditedValue($0) })
    stated = .init(right.map { AuditedValue($0) })
    counterexample = (discrepancy?.counterexample ?? [:]).mapValues { AuditedValue($0) }
    repaired = .init(discrepancy?.repaired.map { "\($0)" })
  }
}
