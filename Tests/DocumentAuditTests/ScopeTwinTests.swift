import Testing

@testable import DocumentAudit

/// Values and notations that mean something else at the place where they stand, each beside a text that is wrong.
@Suite("Twins of values that belong elsewhere")
struct ScopeTwinTests {
  @Test(
    "a value of another case, example or sentence accuses nothing",
    arguments: [
      // Items that each begin a sequence.
      DoubtTwins(
        "a. $R(0) = 1$, $R(n) = 2R(n-1)$\n\nb. $R(0) = 0$, $R(n) = n$",
        "Let $f(x) = 2x + 1$. Then $f(0) = 0$."),
      // Numbered cases with titles in bold type.
      DoubtTwins(
        "1. **Left**\n\n- $v = p - t$\n\n2. **Right**\n\n- $v = t - p$\n- $t - v = p$\n\n3. **Back**\n\n- $p - v = p$",
        "- $v = p - t$\n- so $t - v = p$"),
      // The next sentence is about another thing.
      DoubtTwins(
        "It stores energy in three degrees, giving $\\gamma = 5/3$. A diatomic gas stores more, giving $\\gamma = 7/5$.",
        "A gas has $\\gamma = 7/5$. Hence $\\gamma = 1.6$."),
      DoubtTwins(
        "We recognize $a=\\sqrt{5}$. In the second integral we have $a=1/2$.",
        "We have $a=\\sqrt{5}$, so $a = 2.5$."),
      // An equation to solve by integration.
      DoubtTwins(
        "When $x=1$, $y=2$. Integrate: $\\int dy = y = \\int 2x\\,dx$. So $y=x^2+C$.",
        "Thus $$\\int 2x\\,dx = x^3 + C$$"),
      // A sequence without a rule.
      DoubtTwins(
        "Let $a_n$ count words. $\\lim_{n\\to\\infty}\\sqrt[n]{a_n} = 2$.",
        "With $a_n = 2 + 1/n$ we have $$\\lim_{n\\to\\infty} a_n = 3$$"),
      // A rule for all letters, one of which is a vector elsewhere.
      DoubtTwins(
        "Let $a = (1, 3, 4)$.\n\nAn operation must satisfy $\\forall a,b,c \\in A, a \\circ (b * c) = (a \\circ b) * (a \\circ c)$.",
        "Let $a = (1, 3, 4)$. So $2a = (1, 6, 8)$."),
      // The sentence of a display goes on behind it.
      DoubtTwins(
        "But for zero:\n\n$$0 \\cdot x = 1$$\n\nhas **no solution**.",
        "For every $x$ we have\n\n$$0 \\cdot x = 1$$\n\nThe equation $x^2 = 2$ has no solution."),
      // A clause about another quantity.
      DoubtTwins(
        "The side of length $S$ equals $\\sin\\theta$, since the diameter is equal to $1$.\n\n$$p = nS = n \\sin \\theta$$",
        "The side $S$ is equal to $1$. So $5S = 6$."),
    ])
  func scopes(twins: DoubtTwins) { Self.expect(twins) }

  @Test("a value from long ago accuses nothing, unless the text has used or declared it since")
  func oldValues() {
    let words = String(repeating: "The text speaks of other things.\n\n", count: 13)
    let given = "Let $a = 5$.\n\n"
    let wrong = "We find that\n\n$$2a + 1 = 12$$\n"
    Self.expect(DoubtTwins(given + words + wrong, given + wrong))
    Self.expect(
      DoubtTwins(
        given + words + wrong, given + words.dropLast(200) + "So $3a = 15$.\n\n" + words.dropLast(200) + wrong
      ))
    Self.expect(DoubtTwins(given + words + wrong, "<!-- galley: given a = 5 -->\n\n" + words + wrong))
    // The letters of an identity are new ones.
    Self.expect(
      DoubtTwins(
        given + words + "We have\n\n$$a = 4$$", given + words + "We have\n\n$$(a + b)^2 = a^2 + b^2$$"))
  }

  @Test(
    "another usual notation accuses nothing",
    arguments: [
      DoubtTwins("$\\tan\\pi/4=1$ and $\\cos 2\\pi/3 = -0.5$", "$\\tan \\pi/4 = 2$"),
      DoubtTwins(
        "Elements of a subgroup have $|a|=|a^{-1}|$ and $(a \\ b)(a \\ c) = (a \\ c \\ b)$.",
        "Numbers have $$|a b|=|a| + |b|$$"),
      DoubtTwins(
        "The weight is $$30 / [30 + (279,175.8/66,774)] = 0.87768$$",
        "The weight is $$30 / [30 + 4.18] = 0.97768$$"),
      DoubtTwins("The table gives $\\frac{x - 5}{2} \\ge 2.33$.", "Then $\\frac{11 - 5}{2} \\ge 3.33$."),
      DoubtTwins("It is small until $B-\\varepsilon=A+\\varepsilon$.", "Then $$(a + b) + c = a + (b - c)$$"),
      DoubtTwins(
        "For a Wiener process, $$Var(W(t)) = E[W^2(t)]$$",
        "For a Wiener process $$2 \\cdot 3 = 7$$"),
      DoubtTwins("We start with $v^0=0$.", "Then $2^0=0$."),
      DoubtTwins(
        "$$x\\ll y\\quad\\mbox{if and only if}\\quad |\\log_{10}(y)-\\log_{10}(x)|\\geq2$$",
        "Then $$|\\log_{10}(1000)-\\log_{10}(100)|\\geq2$$"),
      DoubtTwins("As $x\\to0^-$, $$(1+|x|)^3=(1-x)^3$$", "Then $$(1+|x|)^2=1+|x|+x^2$$"),
      DoubtTwins(
        "$$\\frac{\\partial}{\\partial q}(\\bar{v} \\times \\bar{w}) = \\frac{\\partial \\bar{v}}{\\partial q} \\times \\bar{w} + \\bar{v} \\times \\frac{\\partial \\bar{w}}{\\partial q}$$",
        "$$\\frac{\\partial}{\\partial q}(q^2 v) = q v$$"),
      DoubtTwins(
        "The correction is $234.943m \\times \\frac{-1.8k}{30m} = -14.097k$.",
        "So $$2.5 m \\times 4 = 12.0 m$$"),
      DoubtTwins(
        "$$\\sum_{i=0}^{\\infty} F_i z^i = 0 + z + z^2 + 2z^3 + 3z^4 + 5z^5 + \\cdots$$",
        "$$\\sum_{i=0}^{\\infty} z^i = 1 + z + 2z^2 + z^3 + \\cdots$$"),
      DoubtTwins("Work: $50 \\cdot 4 \\cdot \\cos 60 = 100$", "Work: $50 \\cdot 4 \\cdot \\cos 60 = 120$"),
      DoubtTwins("$$L = 12{,}000 \\times 0{,}008 = 96$$", "$$L = 0{,}125 \\times 4 = 0.6$$"),
      DoubtTwins("$d = 7^{-1} \\bmod 20 = 3$", "$d = 7^{-1} \\bmod 20 = 4$"),
      DoubtTwins(
        "$$\\int_1^2 \\frac{2}{x}\\,dx = 2\\ln x\\Big|_1^2 = 2\\ln 2$$",
        "$$\\int_1^2 \\frac{2}{x}\\,dx = 3\\ln x\\Big|_1^2$$"),
      // The value was rounded before it went into a steep function, or into a product.
      DoubtTwins(
        "$\\theta = \\arccos\\frac{25}{350\\cdot 0.072} = 7.03^\\circ$",
        "$\\theta = \\arccos\\frac{25}{350\\cdot 0.072} = 17.03^\\circ$"),
      DoubtTwins(
        "$x = 1/3 \\approx 0.33$, so $100 \\cdot 0.33 = 33.33$.",
        "$x = 1/3 \\approx 0.33$, so $100 \\cdot 0.33 = 34$."),
    ])
  func notations(twins: DoubtTwins) { Self.expect(twins) }

  @Test("a derivative is not checked at the one value that the text mentions")
  func derivativeAtOnePoint() {
    let verdicts = ConvictionTests.verdicts(
      "When $\\rho = 1$ the cars touch, and $f(\\rho) = \\rho(1-\\rho)$.\n\nThe value $f'(\\rho)=1-2\\rho^2$ is the speed."
    )
    #expect(verdicts.last != "holds")
  }

  @Test("a norm of a letter that may be a matrix bounds nothing")
  func normOfMatrix() {
    let text = "Define $$\\kappa(A) = \\|A\\| \\|A^{-1}\\|$$\n\nThen $\\kappa(A) \\le 1$."
    #expect(ConvictionTests.verdicts(text).last == "undetermined")
  }

  @Test("letters beside each other are no lost subscript where nothing is averaged")
  func products() {
    let text = "We have $p_n^s = p_n^t.$\n\nIn a design, we have\n\n$$bk=vr$$\n\n$$bt = v$$"
    #expect(DocumentAuditor().audit(path: "x.md", text: text).findings == [])
  }

  private static func expect(_ twins: DoubtTwins) {
    #expect(!ConvictionTests.verdicts(twins.innocent).contains("fails"), "\(twins.innocent)")
    #expect(ConvictionTests.verdicts(twins.guilty).contains("fails"), "\(twins.guilty)")
  }
}
