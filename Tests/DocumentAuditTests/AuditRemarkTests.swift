import DocumentAudit
import Testing

@Suite("Remarks for the audit in a document")
struct AuditRemarkTests {
  static func findings(_ text: String) -> [String] {
    DocumentAuditor().audit(path: "x.md", text: text).findings.map { "\($0.line) \($0.kind.rawValue)" }
  }

  @Test(
    "a remark gives values, declares a mistake, leaves a formula out, or accepts kinds of findings",
    arguments: [
      ("<!-- galley: given x = 4 -->\n\nTherefore $$\\frac{x}{2} = 3$$", ["3 arithmetic"]),
      ("<!-- galley: wrong -->\n$1 + 1 = 3$ and $1 + 1 = 4$", ["2 arithmetic"]),
      ("<!-- galley: wrong -->\n$1 + 1 = 2$", ["2 declared-wrong"]),
      ("<!-- galley: skip -->\n$1 + 1 = 3$ and $1 + 1 = 4$", ["2 arithmetic"]),
      ("<!-- galley: allow arithmetic, lost-delimiter -->\n$1 + 1 = 3$ \\(x\\)", []),
      ("<!-- galley: alow arithmetic -->", ["1 remark"]), ("<!-- galley: allow nothing -->", ["1 remark"]),
      ("<!-- a comment on galley: wrong -->\n$1 + 1 = 3$", ["2 arithmetic"]),
    ])
  func remarks(text: String, findings: [String]) { #expect(Self.findings(text) == findings) }

  @Test("a declared mistake keeps its verdict, and is no failure")
  func declared() {
    let document = DocumentAuditor().audit(path: "x.md", text: "<!-- galley: wrong -->\n$1 + 1 = 3$")
    #expect(document.statements.map(\.verdict) == [.fails])
    #expect(document.statements.allSatisfy { $0.isDeclaredWrong })
    #expect(!document.hasFailures)
  }

  @Test("LaTeX and reStructuredText have remarks in their own comments")
  func formats() {
    for (format, text) in [
      (DocumentFormat.latex, "% galley: wrong\n$1 + 1 = 3$"),
      (.restructuredText, ".. galley: wrong\n\n:math:`1 + 1 = 3`"),
      (.html, "<!-- galley: wrong --><p>\\(1 + 1 = 3\\)"),
    ] {
      #expect(DocumentAuditor().audit(AuditSource(path: "x", text: text, format: format)).findings == [])
    }
  }
}
