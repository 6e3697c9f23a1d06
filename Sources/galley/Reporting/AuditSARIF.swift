import DocumentAudit
import Foundation

/// The findings of an audit in SARIF 2.1.0, the form of GitHub code scanning and of many editors.
enum AuditSARIF {
  /// The JSON text.
  static func text(of report: AuditReport) throws -> String {
    let results = report.documents.flatMap { document in document.findings.map { Result($0, of: document) } }
    let kinds = Set(results.map(\.ruleId)).sorted()
    let log = Log(
      runs: [
        Run(
          tool: Tool(driver: Driver(rules: kinds.map { Rule(id: $0, shortDescription: Text(text: $0)) })),
          results: results)
      ])
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(log), as: UTF8.self)
  }

  struct Log: Encodable {
    var schema = "https://json.schemastore.org/sarif-2.1.0.json"
    var version = "2.1.0"
    var runs: [Run]

    private enum CodingKeys: String, CodingKey {
      case schema = "$schema"
      case version, runs
    }
  }

  struct Run: Encodable {
    var tool: Tool
    var columnKind = "unicodeCodePoints"
    var results: [Result]
  }

  struct Tool: Encodable { var driver: Driver }

  struct Driver: Encodable {
    var name = "galley audit"
    var version = Galley.configuration.version
    var rules: [Rule]
  }

  struct Rule: Encodable {
    var id: String
    var shortDescription: Text
  }

  struct Text: Encodable { var text: String }

  struct Result: Encodable {
    var ruleId: String
    var level: String
    var message: Text
    var locations: [Location]
    /// Recognizes the finding when its line has moved.
    var partialFingerprints: [String: String]

    init(_ finding: Finding, of document: AuditedDocument) {
      ruleId = finding.kind.rawValue
      level = finding.kind.isError ? "error" : "warning"
      let statement = finding.statement.map { document.statements[$0].latex }
      message = Text(text: finding.message + (statement.map { ": \($0)" } ?? ""))
      locations = [Location(finding, path: document.path)]
      partialFingerprints = ["galleyStatement/v1": "\(finding.kind.rawValue) \(statement ?? finding.message)"]
    }
  }

  struct Location: Encodable {
    var physicalLocation: Physical

    struct Physical: Encodable {
      var artifactLocation: Artifact
      var region: Region
    }

    struct Artifact: Encodable { var uri: String }

    struct Region: Encodable {
      var startLine: Int
      var startColumn: Int?
    }

    init(_ finding: Finding, path: String) {
      let uri = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
      physicalLocation = Physical(
        artifactLocation: Artifact(uri: path.hasPrefix("/") ? "file://" + uri : uri),
        region: Region(startLine: finding.line, startColumn: finding.column))
    }
  }
}
