import Testing

@testable import DocumentAudit

@Suite("Statements that the audit calls wrong or leaves open")
struct ConvictionTests {
  static func verdicts(_ text: String) -> [String] {
    DocumentAuditor().audit(path: "x.md", text: text).statements.map(\.verdict)
  }

  @Test(
    "a statement with another possible reading is not called wrong",
    arguments: [
      // Conditions, hypotheses, equations to solve.
      "The two lines meet if $2x + 3y = x + 5y$.", "Suppose that $(a + b)^2 = a^2 + b^2$.",
      "We look for $p$ with $p < 1/8$, where $p = 0.5$ in the figure.", "解方程 $x^2 + 2x = 3x + 2$。",
      "若 $A^2 = A$，则 $A$ 是幂等的。", "$$x^2 - 4 = 0 \\Rightarrow x = 2$$",
      // The value of an example does not outlive it.
      "# One\n\nLet $Q = 3$ and $R = 2$.\n\n# Two\n\nNow $Q = 5$.\n\n$$Q R = 10$$",
      "**Example 1** With $f(x) = x^2$ we get $f(3) = 9$.\n\n**Example 2** With $f(x) = x^3$ we get $f(3) = 27$.",
      // Notation.
      "$$1 + 2 + \\cdots + n = \\frac{n(n - 1)}{2} + n$$",
      "$$\\mathbf{a} \\times \\mathbf{b} = -\\mathbf{b} \\times \\mathbf{a}$$",
      "$$(f \\circ g)(x) = \\sqrt{x^2}$$",
      "By the Legendre symbol $$\\left(\\frac{ab}{p}\\right) = \\left(\\frac{a}{p}\\right)\\left(\\frac{b}{p}\\right)$$",
      "$$v = - 0. 5 + 9 = 8. 5$$", "$$\\frac{7}{2} = 3$$ in whole numbers.",
      // A hypothesis in words.
      "For orthogonal vectors $$\\|x + y\\|^2 = \\|x\\|^2 + \\|y\\|^2$$",
      // Statements that the text itself calls wrong.
      "It is wrong to write $(x + 1)^2 = x^2 + 1$.", "A common mistake: $$\\sin 2x = \\sin x \\cos x$$",
      // Legal definitions by themselves.
      "$P(A \\mid B) = P(A)$ and $P(A) \\le 1$.", "$f = f()$ and $f(x) < 2$.",
      "$$V(s) = r + \\gamma V(s + 1)$$ then $V(0) \\ge 0$.",
      // Commands of a site.
      "$$\\norm{x} = \\sitemacro{3}$$",
    ])
  func innocent(text: String) {
    let audit = DocumentAuditor().audit(path: "x.md", text: text)
    #expect(audit.findings == [], "\(text)")
    #expect(!audit.statements.contains { $0.verdict == "fails" })
  }

  @Test(
    "a claim that is certainly wrong is reported",
    arguments: [
      "So we get $$(x + 1)^2 = x^2 + 3x + 1$$", "Hence $$\\sin 2x = \\sin x \\cos x$$",
      "We compute $3 \\cdot 14 = 52$.", "$$f(x) = x^2$$ therefore $$f(3) = 10$$",
      "因此 $$(a - b)^2 = a^2 - ab + b^2$$",
      "$$f(x) = x^3$$ The derivative is $$f'(x) = 3x^3$$",
    ])
  func guilty(text: String) {
    let audit = DocumentAuditor().audit(path: "x.md", text: text)
    #expect(audit.statements.contains { $0.verdict == "fails" }, "\(audit.statements)")
  }

  @Test("an identity that holds only for the value of an example is not reported to hold")
  func onlyForValues() {
    #expect(Self.verdicts("Let $x = 1$. Then $(x + 1)^2 = x^2 + 3x$.").last != "holds")
    #expect(Self.verdicts("Let $x = 1$. Then $(x + 1)^2 = x^2 + 2x + 1$.").last == "holds")
  }

  @Test(
    "a formula that cannot be typeset is a finding, one with an unknown command is not",
    arguments: [
      ("$$\\frac{a}{b = c$$", true), ("$$\\left( a = b$$", true), ("$$x^2^3 = 1$$", true),
      ("$$\\frac{a}$$", true),
      ("$$\\begin{pmatrix} 1 \\\\ 2 = x$$", true), ("$$p(x = \\frac{1}{2} e^{-|x|}$$", true),
      ("$P(x = $heads$)$", false), ("$$\\unknown{a} = b$$", false),
      ("$$x \\in [0, 1)$$", false), ("$$\\gcd(a, b) = 1$$", false),
    ])
  func malformed(text: String, isFinding: Bool) {
    let audit = DocumentAuditor().audit(path: "x.md", text: text)
    #expect(audit.findings.contains { $0.kind == .unreadable } == isFinding)
  }

  @Test(
    "the words before a formula determine how it is read",
    arguments: [
      ("We then get §", StatementRole.claim), ("so §", .claim), ("if §, then §", .claim),
      ("if §", .condition),
      ("suppose that §", .condition), ("for all §", .setting), ("let §", .definition), ("solve §", .goal),
      ("设 §", .definition), ("当 §", .condition), ("因此 §", .claim), ("", .bare),
    ])
  func roles(words: String, role: StatementRole) {
    let before = words.lowercased().hasSuffix("§") ? String(words.lowercased().dropLast()) : words
    let reader = RoleReader(surroundings: Surroundings(before: before, after: ""), isDisplay: false)
    #expect(reader.role == role)
  }
}
