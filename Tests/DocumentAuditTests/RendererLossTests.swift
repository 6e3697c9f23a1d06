import DocumentAudit
import Testing

@Suite("What a renderer would lose")
struct RendererLossTests {
  static func warnings(_ text: String) -> [String] {
    DocumentAuditor().audit(path: "x.md", text: text).findings.filter(\.kind.isLoss).map {
      "\($0.line) \($0.kind.rawValue)"
    }
  }

  @Test(
    "each loss is a finding of its own kind, and no error",
    arguments: [
      ("a \\(x\\) b\n\n\\[y\\] and \\(z\\)", ["1 lost-delimiter", "3 lost-delimiter"]),
      ("$$\n\\begin{align}\na &= b\n\\end{align}\n$$", ["1 nested-display"]),
      ("$$\\begin{aligned} a &= b \\end{aligned}$$ $s_t$ $\\\\_x$", []),
      ("$s\\_t$ and $\\text{a\\_b}$", ["1 escaped-underscore"]),
      ("$gain\\_ratio(D) = 2$ and $s\\_t = x_1$", ["1 escaped-underscore"]),
      ("$gain\\_ratio(D) = 2$", []),
      // A site that hands formulas to Markdown first.
      ("$s\\_t$, $a\\_1$ and $b\\_2$", []),
      ("$\\text{a\\_b} + \\mathrm{c\\_d}$", []),
      ("| a |\n|---|\n| $|x|$ |\n\n$|x|$", ["3 table-bar"]),
      ("`\\(x\\)` \\\\(x\\\\)", []),
      ("[a](https://b.org/c_\\(d\\)) https://b.org/\\(e\\) ![f](<g_\\(h\\).png>)", []),
      ("[a](https://b.org/c), \\(E = 1\\)", ["1 lost-delimiter"]),
      ("---\nmath: mathjax\n---\n\\[x = 1\\]", []),
      ("---\nuse_math: true\n---\n\\(x\\)", []),
      ("+++\nmath = true\n+++\n\\(x\\)", []),
      ("---\ntitle: math\nmath: false\n---\n\\(x\\)", ["5 lost-delimiter"]),
      ("**[P8687 \\[蓝桥杯 2019 省 A\\] 糖果](https://a.b)** [\\[1.1\\] the way](https://a.b) K\\(x\\)", []),
      ("\\begin{figure}\n\\[ W = 1 \\]\n\\end{figure}\n\n\\(x\\)", ["5 lost-delimiter"]),
    ])
  func losses(text: String, findings: [String]) { #expect(Self.warnings(text) == findings) }

  @Test("a loss in many places is one finding with their number")
  func counts() throws {
    let document = DocumentAuditor().audit(path: "x.md", text: "\\(x\\) \\(y\\) \\(z\\)")
    let finding = try #require(document.findings.first)
    #expect(finding.message.hasSuffix("in 3 places"))
    #expect(document.findings.count == 1)
    #expect(!document.hasFailures)
  }

  @Test("a document whose displays are all in brackets is set by a renderer that keeps them")
  func brackets() {
    let display = "文字 $x$\\[ y = x \\]\n\n"
    #expect(Self.warnings(String(repeating: display, count: 5)) == [])
    #expect(Self.warnings(String(repeating: display, count: 4)) == ["1 lost-delimiter"])
    #expect(Self.warnings(String(repeating: display, count: 5) + "$$z$$") == ["1 lost-delimiter"])
  }

  @Test("Jupyter sets an environment between dollars")
  func notebooks() {
    let text = #"$$\begin{align} a &= b \end{align}$$"#
    let kinds = { (format: DocumentFormat, text: String) in
      DocumentAuditor().audit(AuditSource(path: "x", text: text, format: format)).findings.map(\.kind)
    }
    #expect(kinds(.markdown, text) == [.nestedDisplay])
    let cell = #"{"cells":[{"cell_type":"markdown","source":["$$\\begin{align} a &= b \\end{align}$$"]}]}"#
    #expect(kinds(.notebook, cell) == [])
  }

  @Test("brackets around an interval in prose are no formula")
  func intervals() {
    #expect(Self.warnings("The numbers are in the interval \\[0, 1\\].") == [])
    #expect(Self.warnings("The numbers are \\[a_1, b_1\\].") == ["1 lost-delimiter"])
  }

  @Test("other formats lose nothing")
  func otherFormats() {
    let source = AuditSource(path: "x.tex", text: "\\(x\\) \\[s\\_t\\]", format: .latex)
    #expect(DocumentAuditor().audit(source).findings == [])
  }
}
