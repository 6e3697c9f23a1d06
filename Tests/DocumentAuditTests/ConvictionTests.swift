import Testing

@testable import DocumentAudit

@Suite("Statements that the audit calls wrong or leaves open")
struct ConvictionTests {
  static func verdicts(_ text: String) -> [String] {
    DocumentAuditor().audit(path: "x.md", text: text).statements.map(\.verdict.rawValue)
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
      "Assume $A^2 = A$.\n\nThen $$A^{-1} A^2 = A^{-1} A$$",
      "Suppose $a + b = 1$. Then $$a^2 - b^2 = a - b$$",
      // Positive numbers, small angles.
      "$$\\sqrt{r^2 - r^2 \\sin^2 t} \\cdot r \\cos t = r^2 \\cos^2 t$$",
      // Letters of constants, names of limits, sums that go on, regions.
      "# One\n\n$$e = \\frac{c}{a}$$\n\n# Two\n\n$$e = \\frac{d}{p}$$\n\n# Three\n\n$$\\ell = \\frac{b^2}{a} = a(1 - e^2)$$",
      "$$\\lim_{n \\to \\infty} \\frac{n + 1}{n} = c$$ where $c > 0$.",
      "$$L = -\\sum_{j=1}^{n} y_j \\ln s_j + (1 - y_j) \\ln(1 - s_j)$$\n\n$$\\frac{\\partial L}{\\partial s_j} = \\frac{s_j - y_j}{s_j(1 - s_j)}$$",
      "$$\\int \\sin t \\, dt \\, du = \\int_0^{2\\pi} du \\int_0^t \\sin t \\, dt$$",
      "$$d \\cdot 7 = 1 + 20 \\cdot t(15) = 1 + 20 \\cdot 8$$",
      "Let $A = \\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}$. Then $$e^{-A} = (e^A)^{-1}$$",
      "$$\\int (e^{2iw} - e^{-2iw}) dw = -\\frac{i}{2} e^{2iw} - \\frac{i}{2} e^{-2iw} + C$$",
      // Plain text that is no calculation.
      "On 2024-05-12 version 3.10 / 3.11 = newest, and 2 + 2 = 5 is wrong.", "In binary, 1 + 1 = 10.",
      "On a clock, 7 + 8 = 3 (mod 12).", "A score of 3 - 1 and 30 × 400 = 12 thousand.",
      "See a × 3 × 4 = 15.",
      "10 / 4 = 2.5, 7 / 2 ≈ 3.5, 1,200 × 3 = 3,600, 20% × 50 = 10 and 3 万 × 2 = 6 万。",
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
    #expect(!audit.statements.contains { $0.verdict == .fails })
  }

  @Test(
    "a claim that is certainly wrong is reported",
    arguments: [
      "So we get $$(x + 1)^2 = x^2 + 3x + 1$$", "Hence $$\\sin 2x = \\sin x \\cos x$$",
      "We compute $3 \\cdot 14 = 52$.", "$$f(x) = x^2$$ therefore $$f(3) = 10$$",
      "因此 $$(a - b)^2 = a^2 - ab + b^2$$",
      "The batch has 3 × 4 = 13 items.", "共 3 万 + 4 万 = 8 万。", "1,200 * 3 = 3,500 and more.",
      "We know that $\\lim_{x \\to 0} \\frac{\\sin x}{x} = 3$.",
      "Since $\\int_0^5 (2t + 3) \\, dt = [t^2 + 4t]_0^5$, the tank is full.",
      "It is an eigenvalue if and only if $$t^2 - 2t - 3 = (t - 3)(t + 2) = 0$$",
      "We use $(2 + \\sqrt{5}) < 0$ here.",
      "$$f(x) = x^3$$ The derivative is $$f'(x) = 3x^3$$",
    ])
  func guilty(text: String) {
    let audit = DocumentAuditor().audit(path: "x.md", text: text)
    #expect(audit.statements.contains { $0.verdict == .fails }, "\(audit.statements)")
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
