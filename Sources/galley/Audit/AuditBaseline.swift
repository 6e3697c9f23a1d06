import ArgumentParser
import DocumentAudit
import Files
import Foundation

/// The findings that a project has accepted: a text file with the path, the kind and the statement of each on a line.
///
/// It names no line numbers, so that it stays true when text is added above.
struct AuditBaseline {
  private var entries: [String: Int] = [:]

  /// The baseline that accepts all findings of a report.
  init(_ report: AuditReport) {
    for document in report.documents {
      for finding in document.findings { entries[Self.entry(finding, of: document), default: 0] += 1 }
    }
  }

  /// Reads a file.
  init(file path: String) throws {
    let data: Data
    do {
      data = try FileDoor.read(path: path, atMost: SizeLimit.material)
    } catch {
      let fix = error == .missing ? "'--accept' writes it" : error.fix
      throw ValidationError("\(path): the baseline cannot be read: \(error.message); \(fix)")
    }
    for line in String(decoding: data, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
      entries[String(line), default: 0] += 1
    }
  }

  /// Writes the file.
  func write(to path: String) throws {
    let lines = entries.sorted { $0.key < $1.key }.flatMap { Array(repeating: $0.key, count: $0.value) }
    let head = "# Findings of 'galley audit' that are accepted; '--accept' writes this file.\n"
    do {
      try Data((head + lines.map { $0 + "\n" }.joined()).utf8).write(to: URL(fileURLWithPath: path))
    } catch {
      throw ValidationError("\(path): the file cannot be written: \(error.localizedDescription)")
    }
  }

  /// Removes the accepted findings from a report. Returns the number of entries for which there is no finding.
  func subtract(from report: inout AuditReport) -> Int {
    var left = entries
    for index in report.documents.indices {
      let document = report.documents[index]
      report.documents[index].findings.removeAll { finding in
        let entry = Self.entry(finding, of: document)
        guard let count = left[entry], count > 0 else { return false }
        left[entry] = count - 1
        return true
      }
    }
    return left.values.reduce(0, +)
  }

  private static func entry(_ finding: Finding, of document: AuditedDocument) -> String {
    let subject = finding.statement.map { document.statements[$0].latex } ?? finding.kind.rawValue
    let words = subject.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return "\(document.path)\t\(finding.kind.rawValue)\t\(words)"
  }
}
