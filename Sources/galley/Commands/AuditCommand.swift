import ArgumentParser
import Files
import DocumentAudit
import Foundation

/// `galley audit`
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Check every formula of a document.",
    discussion: """
      Finds all mathematics in Markdown or plain text, takes the values that the text assigns, follows chains of \
      equations, and reports whether each statement holds. Exits with 1 if a statement fails. A statement fails only \
      if no other reading is possible; otherwise it is undetermined, with a reason.
      """)

  @Argument(help: ArgumentHelp("Markdown or plain text files.", valueName: "document"))
  var documents: [String]

  @Flag(help: "Print the statements and findings as JSON.")
  var json = false

  @Flag(help: "Also exit with 1 if a formula cannot be read.")
  var strict = false

  func run() throws {
    let texts = try documents.map { (path: $0, text: try Self.text(of: $0)) }
    let report = DocumentAuditor().audit(texts)
    if json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      print(String(decoding: try encoder.encode(report), as: UTF8.self))
    } else {
      print(AuditText.text(of: report))
    }
    let isUnread = strict && report.documents.contains { !$0.unread.isEmpty }
    if report.hasFailures || isUnread { throw ExitCode.failedCheck }
  }

  private static func text(of path: String) throws -> String {
    let data: Data
    do {
      data = try FileDoor.read(path: path, atMost: SizeLimit.text)
    } catch {
      throw ValidationError("\(path): the document cannot be read: \(error.message); \(error.fix)")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw ValidationError("\(path): the document is not UTF-8; save it as UTF-8")
    }
    return text
  }
}
