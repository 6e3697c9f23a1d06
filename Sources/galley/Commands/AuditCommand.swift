import ArgumentParser
import Book
import DocumentAudit
import Foundation

/// `galley audit`
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Check every formula in documents.",
    discussion: """
      Reads Markdown in any dialect, LaTeX, reStructuredText, HTML, notebooks, folders of them, and '-' for standard \
      input. Takes the values that the text assigns, follows chains of equations, and reports whether each statement \
      holds. A statement fails only if no other reading is possible; otherwise it is undetermined, with a reason. \
      Exits with 1 if a statement fails.
      """)

  @Argument(help: ArgumentHelp("Documents or folders; '-' is standard input.", valueName: "document"))
  var documents: [String]

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("The format of all documents.", valueName: "format"))
  var format: DocumentFormat?

  @Option(
    help: ArgumentHelp(
      "A file with more commands: LaTeX, or YAML or JSON with 'macros'. Can be repeated.", valueName: "file"))
  var macros: [String] = []

  @Flag(help: "Print the statements and findings as JSON.")
  var json = false
  @Flag(help: "Print the findings as SARIF, for GitHub code scanning and editors.")
  var sarif = false
  @Flag(help: "List every statement, with the reason if it is undetermined.")
  var verbose = false
  @Option(help: ArgumentHelp("Also write the documents with their marks as one page.", valueName: "file"))
  var html: String?
  @Option(help: ArgumentHelp("The language of the text and the page.", valueName: "language"))
  var language = AuditLanguage.english

  @Flag(help: "Also exit with 1 if a formula cannot be read.")
  var strict = false
  @Option(help: ArgumentHelp("A file of accepted findings, which are not reported.", valueName: "file"))
  var baseline: String?
  @Flag(help: "Write the findings of these documents into the file of '--baseline' and report none.")
  var accept = false
  @Option(
    help: ArgumentHelp(
      "Report only findings on lines that changed since this commit, or since this branch left it.",
      valueName: "commit"))
  var since: String?

  func validate() throws {
    if accept, baseline == nil { throw ValidationError("'--accept' needs a file; add '--baseline FILE'") }
    if accept, since != nil {
      throw ValidationError("'--accept' accepts all findings of the documents; leave out '--since'")
    }
    if json, sarif { throw ValidationError("'--json' and '--sarif' exclude each other; name one of them") }
    if documents.isEmpty { throw ValidationError("no document is named; name a file, a folder, or '-'") }
  }

  func run() throws {
    var inputs = AuditInputs(format: format, macros: try AuditInputs.macros(macros))
    inputs.add(documents)
    let changes = try since.map { try ChangedLines(since: $0, documents: inputs.sources.map(\.path)) }
    let sources = inputs.sources.filter { changes?.touches($0.path) ?? true }
    let auditor = DocumentAuditor()
    var report = AuditReport(documents: sources.map(auditor.audit))
    if let changes { report.keep { path, finding in changes.contains(finding.line, of: path) } }
    var stale = 0
    if let baseline {
      if accept {
        try AuditBaseline.accept(report, in: baseline)
        Terminal.standardError.write("\(baseline): \(report.findingCount) findings are accepted")
      }
      let before = report.findingCount
      stale = try AuditBaseline(file: baseline).subtract(from: &report)
      let accepted = before - report.findingCount
      if accepted > 0, !accept {
        Terminal.standardError.write(
          "\(baseline): \(accepted) accepted finding\(accepted == 1 ? " is" : "s are") not reported")
      }
    }
    if let html { try AuditPage(sources: sources, report: report, language: language).write(to: html) }
    if json {
      print(try AuditJSON.text(of: report))
    } else if sarif {
      print(try AuditSARIF.text(of: report))
    } else {
      print(AuditText(language: language, isVerbose: verbose).text(of: report))
      annotate(report)
    }
    if stale > 0, since == nil {
      Terminal.standardError.write(
        "\(baseline ?? ""): \(stale) accepted findings are gone; '--accept' writes the file again")
    }
    if inputs.hasProblems { throw ExitCode.invalidInput }
    let isUnread = strict && report.documents.contains { !$0.unread.isEmpty }
    if report.hasFailures || isUnread { throw ExitCode.failedCheck }
  }

  /// Writes the findings as annotations of a pull request on GitHub.
  private func annotate(_ report: AuditReport) {
    guard ProcessInfo.processInfo.environment["GITHUB_ACTIONS"] == "true" else { return }
    for document in report.documents {
      for finding in document.findings {
        let place = SourcePosition(
          file: document.path, line: finding.line, utf8Column: finding.column ?? 1)
        print(
          DiagnosticPrinter.annotation(
            Diagnostic(finding.kind.isError ? .error : .warning, at: place, finding.message)))
      }
    }
  }
}

extension DocumentFormat: ExpressibleByArgument {}

extension AuditReport {
  /// The number of findings of all documents.
  var findingCount: Int { documents.map(\.findings.count).reduce(0, +) }

  /// Leaves out the findings for which a test of the path and the finding fails.
  mutating func keep(where test: (String, Finding) -> Bool) {
    for index in documents.indices {
      let path = documents[index].path
      documents[index].findings.removeAll { !test(path, $0) }
    }
  }
}
