import ArgumentParser
import DocumentAudit
import Files
import Foundation

/// The findings that a project has accepted: a text file with the path, the kind and the statement of each on a line.
///
/// It names no line numbers, so that it stays true when text is added above. Paths are relative to the folder of the
/// file, so that it is the same for every working directory.
struct AuditBaseline {
  private let path: String
  private var entries: [String: Int] = [:]

  /// Reads the file at `path`.
  init(file path: String) throws {
    self.path = path
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

  /// Accepts all findings of a report and writes the file. The entries of documents that are not in the report stay.
  static func accept(_ report: AuditReport, in path: String) throws {
    let exists = FileManager.default.fileExists(atPath: path)
    var baseline = exists ? try AuditBaseline(file: path) : AuditBaseline(empty: path)
    baseline.entries = baseline.entries.filter { !baseline.isAbout(report, $0.key) }
    for document in report.documents {
      for finding in document.findings {
        baseline.entries[baseline.entry(finding, of: document), default: 0] += 1
      }
    }
    try baseline.write()
  }

  private init(empty path: String) { self.path = path }

  private func write() throws {
    let lines = entries.sorted { $0.key < $1.key }.flatMap { Array(repeating: $0.key, count: $0.value) }
    let head = "# Findings of 'galley audit' that are accepted; '--accept' writes this file.\n"
    do {
      try Data((head + lines.map { $0 + "\n" }.joined()).utf8).write(to: URL(fileURLWithPath: path))
    } catch {
      throw ValidationError(
        "\(path): the file cannot be written: \(error.localizedDescription); name a file in a folder that you may write"
      )
    }
  }

  /// Removes the accepted findings from a report. Returns the number of entries about its documents for which there is
  /// no finding.
  func subtract(from report: inout AuditReport) -> Int {
    var left = entries
    for index in report.documents.indices {
      let document = report.documents[index]
      report.documents[index].findings.removeAll { finding in
        let entry = entry(finding, of: document)
        guard let count = left[entry], count > 0 else { return false }
        left[entry] = count - 1
        return true
      }
    }
    return left.filter { isAbout(report, $0.key) }.values.reduce(0, +)
  }

  /// Whether an entry is about one of the documents of a report.
  private func isAbout(_ report: AuditReport, _ entry: String) -> Bool {
    report.documents.contains { entry.hasPrefix(relative($0.path) + "\t") }
  }

  /// The path of a document from the folder of the baseline.
  private func relative(_ document: String) -> String {
    if document == "-" { return document }
    let steps = { (path: String) in URL(fileURLWithPath: path).standardizedFileURL.pathComponents }
    let (from, to) = (steps(path).dropLast(), steps(document))
    let common = zip(from, to).prefix { $0 == $1 }.count
    return (Array(repeating: "..", count: from.count - common) + to[common...]).joined(separator: "/")
  }

  private func entry(_ finding: Finding, of document: AuditedDocument) -> String {
    let subject = finding.statement.map { document.statements[$0].latex } ?? finding.kind.rawValue
    let words = subject.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return "\(relative(document.path))\t\(finding.kind.rawValue)\t\(words)"
  }
}
