import Testing

@testable import DocumentAudit

/// Kinds of statements that documents from elsewhere were once accused of, each beside a twin that is wrong.
@Suite("Statements of documents that the audit has never seen")
struct UnseenDocumentTests {
  static func accused(_ text: String, path: String = "x.md") -> [String] {
    let audit = DocumentAuditor().audit(path: path, text: text)
    return audit.statements.filter { $0.verdict == .fails }.map(\.latex)
      + audit.findings.map { $0.kind.rawValue }
  }

  @Test(
    "is not accused",
    arguments: [
      // Rows and columns of displays.
      "$$\\begin{aligned} 2^2 + 1 &= 5 &\\quad 4^2 + 1 &= 17 \\\\ 3^2 + 1 &= 10 & 5^2 + 1 &= 26 \\end{aligned}$$",
      "$$\\begin{aligned} a &= 2 + 3 & b &= 4 + 5 \\\\ &= 5 & &= 9 \\end{aligned}$$",
      "$$\\begin{aligned} 2^n n! &= 2 \\cdot 2^{n-1} n! \\\\ &\\le 2^n n^n \\\\ &= (2n)^n \\end{aligned}$$",
      "$$\\sin x = \\frac{2u}{1 + u^2} \\; \\csc x = \\frac{1 + u^2}{2u}$$",
      // A name with a new value, a name with a new meaning.
      "In the first run $n = 2^2 + 1^2$. In the second run $n = 3^2 + 1^2 = 10$.",
      "We use $g(x) = x^2 + x$ here. The sum is denoted by $g(x)$. Then $g(0) = 1$.",
      // Small changes, sizes, functions without a definition.
      "$$\\delta t = 0, \\quad d t \\ne 0$$",
      "A product has the shape $$[ m \\times n ] \\, [ n \\times p ] = [ m \\times p ]$$",
      "$$h(-\\pi) = h(\\pi)$$ and $$h'(-\\pi) = h'(\\pi)$$",
      "$$\\langle 1, 1 \\rangle = \\int_0^3 1 \\cdot 1 \\, dt$$",
      "$$\\begin{bmatrix} \\frac{\\partial f}{\\partial x}(x, y) & \\frac{\\partial g}{\\partial x}(x, y) \\end{bmatrix} = \\begin{bmatrix} 0 & 1 + 2x \\end{bmatrix}$$",
      // Contradictions that the text points out.
      "The last row gives an equation $0 = 1$. There is no solution.",
      "We would get $3 = 5 + 1$. That is impossible.",
      "The following is wrong!\n\n$$(a + b)^2 = a^2 + b^2$$",
      // A hypothesis of the theorem.
      "> If $k \\alpha = 0$ and $k \\ne 0$, then $\\alpha = 0$.\n\nProof: $$\\alpha = (k^{-1} k) \\alpha = k^{-1} 0 = 0$$",
      "By the sine rule $$\\frac{l}{\\sin(\\pi - \\alpha)} = \\frac{v t}{\\sin \\phi}$$",
      "$$\\sin t = \\frac{a}{r} \\sin u, \\quad \\cos t = \\sqrt{1 - \\sin^2 t} = \\sqrt{1 - \\frac{a^2}{r^2} \\sin^2 u}$$",
      "For $$S = \\sum_{k=1}^{n-1} (A_k + B_k) = \\int_1^n \\ln x \\, dx + \\frac{1}{2} \\ln n$$",
      // Rounded intermediate results.
      "$$0.8^4 + 4 \\cdot 0.8^4 \\cdot 0.2 = 1 \\times 0.41 + 4 \\times 0.082 = 0.74$$",
      "$$z = \\frac{205 - 198}{\\sqrt{198}} = 0.50, \\quad w = \\frac{26 - 19.25}{\\sqrt{19.25}} = 1.54$$\n\n$$z + w = 2.04, \\quad z^2 + w^2 = 2.61$$",
      // Matrices.
      "With $A = \\begin{pmatrix} 1 & 2 \\\\ 1 & 2 \\end{pmatrix}$ we have $$A \\neq \\begin{pmatrix} 1 & 1 \\\\ 2 & 2 \\end{pmatrix}$$",
      "$$\\begin{pmatrix} 2 & 0 \\\\ 0 & 0 \\end{pmatrix} = \\begin{pmatrix} 1 \\\\ 0 \\end{pmatrix} [2, 0]$$",
      "$$\\begin{pmatrix} da - bc & db - bd \\\\ -ca + ac & -cb + ad \\end{pmatrix} = \\begin{pmatrix} ad - bc & 0 \\\\ 0 & ad - bc \\end{pmatrix}$$",
      // Events and random vectors.
      "The events are disjoint, so that $$P(A \\text{ or } B) = P(A) + P(B)$$",
      "$$P(A \\text{ or } A^c) = P(A) + P(A^c)$$",
      "$$P(\\text{heads and tails}) = P(\\text{one of both}) + P(\\text{none of both})$$",
      "$$\\mathbb{E}[\\boldsymbol{X} \\boldsymbol{Y}^\\top] = \\mathrm{Cov}[\\boldsymbol{X}, \\boldsymbol{Y}] + \\mu_X \\mu_Y^\\top$$",
      "We choose $$\\lambda = \\frac{\\epsilon}{\\mathbb{V}[Y] + \\epsilon}$$ Then $$1 - \\lambda + \\mathbb{V}[Y] = \\frac{\\mathbb{V}[Y]}{\\mathbb{V}[Y] + \\epsilon} + \\mathbb{V}[Y]$$",
      "$P(X > 3) \\le P(X > 2)$ and $\\mathrm{Var}(X) \\le \\mathrm{Var}(Y)$.",
      "$$\\mathbb{E}[\\overline{X}] = \\mathbb{E}[X], \\quad \\mathbb{E}[X_i] = \\mathbb{E}[X]$$",
      "The sum of divisors is $\\sigma(6) = 1 + 2 + 3 + 6 = 12$.",
      "So $47^2 + 1^2 \\equiv 387^2 + 1^2 \\equiv 0\\ (mod\\ 170)$.",
      "$$\\lVert f - g \\rVert_{L^1} = \\int |f - g| \\, d\\mu$$",
      "$$\\begin{gathered} bn = a \\\\ a = n = 1 \\\\ a = n = -1 \\end{gathered}$$",
      "The borders are $$y = \\frac{1}{e} \\qquad \\text{and} \\qquad y = e$$",
      "$$b t = 1, \\quad a n t = b$$",
      "In a ring $(-x) y = -x y \\forall x, y \\in R$ and $x y = y x \\forall x$ hold.",
      "It obeys $S[a + b](e^{c} d) = e^{c} S[a](d)$.", "For the spectral radius $$|q^k|^{1/k} = \\rho(A)$$",
      "We get $$x^2 \\lambda_1 + y^2 \\lambda_2 \\le 0$$", "So $$e^{-T} e^T = e^0$$",
      "Solve $$-y'' = \\delta(t - s), \\quad y'(0) = 1$$",
      "$$\\text{logit}(p(x)) = \\ln \\left( \\frac{p(x)}{1 - p(x)} \\right)$$",
      "| Student ($i $) | Hours ($x_i$) | Exams ($y_i$) |\n| --- | --- | --- |\n| 1 | 2 | 3 |",
      "The blank is $b = \\_$ here.",
      // Suppositions.
      "Suppose $B - A = 2 \\delta > 0$.",
      "Here $K = 0$ would mean that it is flat. We get $\\sqrt{x} \\le K x$.",
      "Let $y = 1$ be the simple case. If $y < 1$, then $f(1) = 1^k - y > 0$.",
      "Then $-1 > 0$, contradicting the order.",
      "$$n = 2 e^{-0.20/0.0259} = 2 e^{-7.72} \\approx (2) (4.43 \\times 10^{-4}) = 8.86 \\times 10^{-4}$$",
      // Words between the halves of a formula, cells of a table.
      "Then $P($the total is a very large number$) = 31/36, x < 2 + \\frac{3}{4} + \\frac{7}{8}$.",
      "| price/$ | 20 |\n| --- | --- |\n| profit/$ | 30 |",
    ])
  func innocent(text: String) {
    #expect(Self.accused(text) == [], "\(text)")
  }

  @Test(
    "is accused",
    arguments: [
      "$$\\begin{aligned} 2^2 + 1 &= 5 &\\quad 4^2 + 1 &= 18 \\end{aligned}$$",
      "$$\\begin{aligned} (n + 1)^2 &= n^2 + 2n + 1 \\\\ &\\le 4 n^2 + 2 \\\\ &= 2 (2 n^2 + 2) \\end{aligned}$$",
      "Therefore $$0.8^4 + 4 \\cdot 0.8^4 \\cdot 0.2 = 1 \\times 0.41 + 4 \\times 0.092 = 0.78$$",
      "$$z = \\frac{205 - 198}{\\sqrt{198}} = 0.50, \\quad w = \\frac{26 - 19.25}{\\sqrt{19.25}} = 1.54$$\n\n$$z + w = 2.07$$",
      "We see $$\\begin{pmatrix} 1 & 2 \\\\ 1 & 2 \\end{pmatrix} \\neq \\begin{pmatrix} 1 & 2 \\\\ 1 & 2 \\end{pmatrix}$$",
      "We have $$P(A \\text{ or } B) = P(A) + P(B) - P(A) P(A \\text{ or } B)$$",
      "Hence $$\\frac{a}{\\sin^2 x} = a - a \\frac{\\cos^2 x}{\\sin^2 x}$$",
      "$$n = 2 e^{-0.20/0.0259} = 2 e^{-7.72} \\approx (2) (4.83 \\times 10^{-4})$$",
      "The neuron has $$\\sigma(0) = 1 - \\frac{1}{4}$$",
      "$$\\color{green}{ (a + b)^2 = a^2 + ab + b^2 }$$",
      "The following is useful.\n\nWe get $$(a + b)^2 = a^2 + ab + b^2$$",
    ])
  func guilty(text: String) {
    #expect(!Self.accused(text).isEmpty, "\(text)")
  }

  @Test("a dialect that keeps the backslashes of its mathematics loses nothing")
  func backslashes() {
    let formula = "We have \\(a + b\\) here.\n\n"
    #expect(Self.accused(formula + "Then $c = d$.") == ["lost-delimiter"])
    #expect(Self.accused(formula, path: "x.Rmd") == [])
    #expect(Self.accused(formula + "!!! note\n    Text.\n") == [])
    #expect(Self.accused(String(repeating: formula, count: 12)) == [])
  }

  @Test("the probabilities of an exercise end with it, whatever the environment is called")
  func parts() {
    let text = """
      \\begin{nexercise}Let $P(A) = 1/3$.\\end{nexercise}
      \\begin{nexercise}Two dice show less than 12 in the case $A$. The complement has $P(A^c) = 1/36$.\\end{nexercise}
      """
    #expect(Self.accused(text, path: "x.tex") == [])
    #expect(Self.accused("Let $P(A) = 1/3$. Then $$P(A^c) = 1 - P(A) = 1/3$$", path: "x.tex") != [])
  }
}
