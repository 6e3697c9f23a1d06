import Testing

@testable import DocumentAudit

/// A text that looks wrong under one reading and is not, beside a text that is wrong under every reading.
struct DoubtTwins: Sendable {
  var innocent: String
  var guilty: String

  init(_ innocent: String, _ guilty: String) {
    self.innocent = innocent
    self.guilty = guilty
  }

  static let all: [DoubtTwins] = [
    // An unknown function of a differential equation.
    DoubtTwins(
      "$$w' - 2w = t$$\n\nMultiplying gives\n\n$$\\frac{d}{dt}(e^{-2t} w) = t e^{-2t}$$",
      "Multiplying gives\n\n$$\\frac{d}{dt}(e^{-2t} t) = e^{-2t} - t e^{-2t}$$"),
    // A block that shows a mistake, and the block after it.
    DoubtTwins(
      "````{warning}\nThe following is wrong!!!\n\n```{error}\n$$(p + q)^2 = p^2 + q^2$$\n```\n````",
      "````{warning}\nThe following is wrong!!!\n````\n\nText of its own.\n\nWe get\n\n$$(p + q)^2 = p^2 + pq + q^2$$"
    ),
    // Terms that the text neglects.
    DoubtTwins(
      "$$s_x = -\\kappa_t u - \\kappa u_t = -\\kappa u_t$$", "Thus $$-a (b + c) = -a b - a c = -a b + a c$$"),
    // Functions of matrices.
    DoubtTwins(
      "$$\\sqrt{B} = \\begin{bmatrix} 2 & 1 \\\\ 1 & 2 \\end{bmatrix}$$ with $B = \\begin{bmatrix} 5 & 4 \\\\ 4 & 5 \\end{bmatrix}$.",
      "With $B = \\begin{bmatrix} 5 & 4 \\\\ 4 & 5 \\end{bmatrix}$ we get $$B^2 = \\begin{bmatrix} 25 & 16 \\\\ 16 & 25 \\end{bmatrix}$$"
    ),
    // The derivative of a letter in parentheses.
    DoubtTwins(
      "$$\\begin{gathered} y' = (x \\sin x)' \\\\ = (x)' \\sin x + x (\\sin x)' \\\\ = \\sin x + x \\cos x \\end{gathered}$$",
      "$$(x \\sin x)' = \\sin x - x \\cos x$$"),
    // An exponent behind the parenthesis of a function.
    DoubtTwins("Then $$6 \\arctan(-1)^2 = 6 \\arctan 1$$", "Then $$6 \\arctan^2(-1) = 6 \\arctan 1$$"),
    // Continuity as a condition.
    DoubtTwins(
      "已知函数 $$g(x) = \\begin{cases} a x + 1, & x < 0 \\\\ b, & x \\ge 0 \\end{cases}$$ 它必须满足连续的条件：\n\n$$\\lim_{x \\to 0^-} g(x) = \\lim_{x \\to 0^+} g(x) = g(0) = b$$",
      "We get $$\\lim_{x \\to 0^+} \\frac{\\sin 2x}{x} = \\lim_{x \\to 0^+} 3$$"),
    // The value of a function at a letter, and an equation to solve.
    DoubtTwins(
      "设 $$G(x) = g(x) - g(x + c)$$ 记 $G(0) = B$，可见 $G(c) = -B$，则 $G(0) \\cdot G(c) = -B^2$。",
      "设 $G(x) = x - 2c$，则 $$G(0) \\cdot G(3c) = 2c^2$$"),
    DoubtTwins(
      "证明方程 $h(x) = 0$ 有根。因为 $$\\lim_{x \\to 1} h(x) > 0$$", "因此 $$\\sqrt{5} - 3 > 0$$"),
    // Calls of functions in other typefaces.
    DoubtTwins(
      "$$\\mathbf{r}(t_m) = \\frac{1}{2} (\\mathbf{r}(t_k) + \\mathbf{r}(t_{k+1})) + h (\\dot{\\mathbf{r}}(t_k) - \\dot{\\mathbf{r}}(t_{k+1}))$$",
      "$$\\mathbf{r} \\cdot (\\mathbf{a} + \\mathbf{b}) = \\mathbf{r} \\cdot \\mathbf{a} - \\mathbf{r} \\cdot \\mathbf{b}$$"
    ),
    // A raised index of an iteration.
    DoubtTwins(
      "The steps are $$\\mu^{k+1} = \\mu^k + \\rho h(x)$$", "So we get $$2^{k+1} = 2^k + 2 \\cdot 2^{k-2}$$"),
    // A remark inside a formula.
    DoubtTwins(
      "$$\\begin{aligned} L &= -\\sum_{i=1}^{m} (s_i - t) \\ \\text{去掉常数因子} \\\\ &= -\\sum_{i=1}^{m} s_i + m t \\end{aligned}$$",
      "$$\\begin{aligned} L &= -\\sum_{i=1}^{m} (s_i - t) \\\\ &= -\\sum_{i=1}^{m} s_i - m t \\end{aligned}$$"
    ),
    // δ before a letter as a small change.
    DoubtTwins(
      "$$\\delta (r^3 s)^{-1} = (r^3 s)^{-1} \\left( -3 \\frac{\\delta r}{r} - \\frac{\\delta s}{s} \\right)$$",
      "Hence $$(\\delta + 1)^2 = \\delta^2 + 3 \\delta + 1$$"),
    // A result that was computed from a vector before its entries were rounded.
    DoubtTwins(
      "With $M = \\begin{pmatrix} 3 & 9 \\\\ 1 & -5 \\end{pmatrix}$ we find $$u = \\begin{pmatrix} 0.2238 \\\\ 0.2736 \\end{pmatrix}, \\quad M u = \\begin{pmatrix} 3.1340 \\\\ -1.1441 \\end{pmatrix}$$",
      "With $M = \\begin{pmatrix} 3 & 9 \\\\ 1 & -5 \\end{pmatrix}$ we find $$u = \\begin{pmatrix} 0.2238 \\\\ 0.2736 \\end{pmatrix}, \\quad M u = \\begin{pmatrix} 3.1240 \\\\ -1.1442 \\end{pmatrix}$$"
    ),
    // Brackets that round to the nearest whole number.
    DoubtTwins(
      "$F_1 = 1$, $F_2 = 1$ and $F_n = F_{n-1} + F_{n-2}$. Therefore $$F_n = \\left[ \\frac{(\\frac{1 + \\sqrt{5}}{2})^n}{\\sqrt{5}} \\right]$$",
      "$F_1 = 1$, $F_2 = 1$ and $F_n = F_{n-1} + F_{n-2}$. Therefore $$F_n = \\frac{(\\frac{1 + \\sqrt{5}}{2})^n}{\\sqrt{5}}$$"
    ),
    // Units that only one side writes.
    DoubtTwins(
      "A junction has $V_{bi} = 0.75\\ \\text{V}$ and $V = 0.6\\ \\text{V}$. The barrier is $V_{bi} - V = 0.75 - 0.6 = 0.15\\ \\text{V}$.",
      "Hence $$0.75\\ \\text{V} - 0.6\\ \\text{V} = 0.25\\ \\text{V}$$"),
    // A function with an old name, and a letter that once was equal to another one.
    DoubtTwins(
      "Let $f(x) = 3 \\cos x$.\n\nSuppose $f$ is a contraction with a constant $k < 1$. Hence $$|f(x) - f(y)| \\le k\\,|x - y|$$",
      "Hence $$(x - y)^2 \\le x^2 - 2xy - y^2$$"),
    // A member of a sequence that the text has given in words.
    DoubtTwins(
      "$F_0 = 0$, $F_1 = 1$, $F_n = \\frac{a^n - b^n}{\\sqrt{5}}$ with $a = \\frac{1 + \\sqrt{5}}{2}$, $b = \\frac{1 - \\sqrt{5}}{2}$ and $P = \\begin{bmatrix} 0 & 1 \\\\ 1 & 1 \\end{bmatrix}$. We get $$\\begin{bmatrix} F_n & F_{n+1} \\end{bmatrix} = \\begin{bmatrix} F_0 & F_1 \\end{bmatrix} P^n$$",
      "$F_0 = 0$, $F_1 = 1$ and $P = \\begin{bmatrix} 0 & 1 \\\\ 1 & 1 \\end{bmatrix}$. We get $$\\begin{bmatrix} F_0 & F_1 \\end{bmatrix} P = \\begin{bmatrix} 1 & 2 \\end{bmatrix}$$"
    ),
  ]
}

@Suite("Texts that only look wrong, and their false twins")
struct DoubtTwinTests {
  @Test("only the twin is accused", arguments: DoubtTwins.all)
  func twins(twins: DoubtTwins) {
    #expect(UnseenDocumentTests.accused(twins.innocent) == [], "\(twins.innocent)")
    #expect(!UnseenDocumentTests.accused(twins.guilty).isEmpty, "\(twins.guilty)")
  }
}

@Suite("Rules for numbers with letters that are no numbers")
struct MisreadingTests {
  @Test(
    "a rule for numbers does not hold for functions and operators",
    arguments: [
      (
        "Maps satisfy $$(p \\circ q) \\otimes (r \\circ s) = (p \\otimes r) \\circ (q \\otimes s)$$",
        "undetermined"
      ),
      ("With matrices $$e^{A + B} = e^A e^B$$", "undetermined"),
      ("With numbers $$e^{a + b} = e^a e^b$$", "holds"), ("Elementwise $$p \\odot q = q \\odot p$$", "holds"),
    ])
  func rules(text: String, verdict: String) {
    #expect(ConvictionTests.verdicts(text).last == verdict)
  }

  @Test(
    "a formula whose braces and parentheses cross, or with a formula in its words, is not malformed",
    arguments: [
      ("$$\\mathbf{(A - B)(u - v}) = 0$$", "x.md", true),
      ("The rate $k \\times(\\textrm{in channel $a$})$ is it.", "x.tex", true),
      ("$$\\mathbf{(A - B)(u - v} = 0$$", "x.md", false),
      ("The rate $\\frac{k}{\\textrm{in channel $a$}$ is it.", "x.tex", false),
    ])
  func crossing(text: String, path: String, isSound: Bool) {
    let audit = DocumentAuditor().audit(path: path, text: text)
    #expect(!audit.findings.contains { $0.kind == .unreadable } == isSound)
  }
}

extension DoubtTwins {
  static let ofValues: [DoubtTwins] = [
    // Measurements that the text rounds.
    DoubtTwins(
      "$$E \\approx 4265\\,\\mathrm{eV} = 4.27\\,\\mathrm{keV}$$",
      "So $$4265\\,\\mathrm{m} = 42.7\\,\\mathrm{km}$$"),
    DoubtTwins("So $y = 0.933 - 0.067 = \\sqrt{3}/2$.", "So $y = 0.933 - 0.167 = \\sqrt{3}/2$."),
    DoubtTwins(
      "- $k = 9.11 \\times 10^{-3}$ kg, $1$ lu $= 1.6 \\times 10^{-9}$ J\n\nThen $$2k = 2(9.11 \\times 10^{-3})$$",
      "- $k = 9.11 \\times 10^{-3}$ kg\n\nThen $$2k = 2(9.01 \\times 10^{-3}) = 0.018$$"),
    DoubtTwins(
      "Here $K = 200$ keV.\n\nThen $$\\frac{K}{2} = \\frac{3.2 \\times 10^{-14}}{2}$$",
      "Here $K = 200$ J.\n\nThen $$\\frac{K}{2} = \\frac{300}{2}$$"),
    DoubtTwins(
      "$p = 2 \\cdot 10^{-24}$, so $3 p = 6 \\times 10^{-34} / 1 \\times 10^{-10}$.",
      "So $\\lambda = \\frac{6 \\times 10^{-34}}{2 \\times 10^{-24}} = 4 \\times 10^{-10}$."),
    // New values of a name.
    DoubtTwins(
      "For P1:\n\n$$g = \\frac{2}{3}$$\n\nFor P3:\n\n$$g = \\frac{4}{3}$$",
      "We get\n\n$$\\begin{aligned} g &= \\frac{2}{3} + \\frac{1}{3} \\\\ &= \\frac{4}{3} \\end{aligned}$$"),
    DoubtTwins(
      "Let $a = 0.5$. In the other case $a = b = 1/\\sqrt{2}$.", "Then $2 \\cdot 0.5 = 1/\\sqrt{2}$."),
    DoubtTwins(
      "First $q(t) = t^3$ with $q'(1) = 3$.\n\nNow $$q(t) = t^3 - t, \\qquad q'(t) = 3t^2 - 1, \\quad q'(1) = 2$$",
      "Now $$q(t) = t^3 - t, \\qquad q'(t) = 3t^2 - 1, \\quad q'(1) = 3$$"),
    DoubtTwins(
      "With $\\psi(x) = A \\sin(kx)$ and $k = 0$. Requiring $\\int_0^1 |\\psi(x)|^2 \\, dx = 1$ fixes $A$.",
      "We get $\\int_0^1 3x^2 \\, dx = 2$."),
    // Operators.
    DoubtTwins(
      "For $f(x) = 2^x$ $$\\Delta^3 2^x = 2^{x+3} - 3 \\cdot 2^{x+2} + 3 \\cdot 2^{x+1} - 2^x$$",
      "So we get $$2^x (8 - 12 + 6 - 1) = 2^x + 2^{x + 1}$$"),
    DoubtTwins(
      "$$\\frac{d}{dt} (t - 1)(t - 2) = 2t - 3$$", "We get $$\\frac{d}{dt} (t^2 + t) = 2t$$"),
    DoubtTwins(
      "For $f(x) = 1$ it is exact.\n\n$$\\frac{h}{2} f(2h) = \\frac{h}{2} f(0) + h^2 f'(0) + h^3 f''(0) + O(h^4)$$",
      "$$e^h = 1 + h + h^2 + O(h^3)$$"),
    // A remark before a statement.
    DoubtTwins("$$\\text{引入自旋 }s = \\frac{1}{2}$$", "因此 $$\\frac{1}{2} + \\frac{1}{3} = \\frac{2}{5}$$"),
  ]
}

extension DoubtTwinTests {
  @Test("only the twin with a wrong value is accused", arguments: DoubtTwins.ofValues)
  func values(twins: DoubtTwins) { self.twins(twins: twins) }
}

extension DoubtTwins {
  static let ofForms: [DoubtTwins] = [
    DoubtTwins("We get $(2) f(0) = 1$ and $f(0) = 1$.", "$$(2)(3) = 7$$"),
    DoubtTwins(
      "$$x^{-3} \\frac{\\mathbf{d} x}{\\mathbf{d} y} - \\frac{1}{y} x^{-2} = 1$$",
      "So $$(2 + x)^2 = 4 + 2x + x^2$$"),
    DoubtTwins(
      "With $y' = u$: $$\\left( \\frac{-y}{x + y^2} \\right)' = \\frac{-y'(x + y^2) + y(1 + 2 y y')}{(x + y^2)^2}$$",
      "$$\\left( \\frac{1}{x} \\right)' = \\frac{1}{x^2}$$"),
    DoubtTwins(
      "$$\\begin{aligned} & R = \\int \\sin 2x \\cos 3x \\, dx \\\\ & \\text { 或 } = \\int \\sin 2x \\sin 3x \\, dx \\end{aligned}$$",
      "$$\\begin{aligned} (p + q)^2 &= p^2 + 2pq + q^2 \\\\ &= p^2 + q^2 + pq \\end{aligned}$$"),
    DoubtTwins("$$\\lim_{x \\to a^-} [x] = a - 1$$", "Hence $$\\lim_{x \\to 2} (x + 1) = 2$$"),
    DoubtTwins("则在 $a > 1$ 时有 $a^n < a^m$，在 $0 < a < 1$ 时有 $a^n > a^m$。", "For $x > 1$ we get $\\ln x < 0$."),
    DoubtTwins(
      "For a matrix $A$ of size $n$ $$|k A| = k^n |A|$$", "For a number we get $$|2 x|^2 = 2 x^2 + 2$$"),
    DoubtTwins(
      "Then $$E[X - E(X)]^2 = E(X^2) - [E(X)]^2$$", "Then $$\\mathrm{Var}(2X + 1) = 2 \\mathrm{Var}(X)$$"),
    DoubtTwins("We work modulo $5$. Here $3^2 = 4$ and $1 + 4 = 0$.", "We work with numbers. So $3^2 = 8$."),
    DoubtTwins(
      "On the elliptic curve $(0, 2) + (1, 0) = (3, 4)$.", "In the plane $(0, 2) + (1, 0) = (3, 4)$."),
    // A function with another number of arguments.
    DoubtTwins(
      "Here $\\Gamma(s, x) = \\int_x^\\infty t^{s-1} e^{-t} dt$. We get $\\Gamma(a + 1) = a \\Gamma(a)$ for $a > 1$.",
      "Here $\\Gamma(s) = \\int_0^\\infty t^{s-1} e^{-t} dt$. We get $\\Gamma(a + 1) = 2a \\Gamma(a)$ for $a > 1$."
    ),
    DoubtTwins(
      "Let $f(s, x) = s + x$ and $f(s) = s^2$. Then $f(1, 2) = 3$.",
      "Let $f(s, x) = s + x$ and $f(s) = s^2$. Then $f(2) = 5$."),
    DoubtTwins("So $1 / 0.718\\ldots = 1.3922\\ldots$ here.", "So $1 / 0.718 = 1.4922$ here."),
    DoubtTwins(
      "For continued fractions $2 = [1, 1]$.", "So $2 = 1 + 1 + 1$ here, which gives $3 \\cdot 2 = 5$."),
  ]
}

extension DoubtTwinTests {
  @Test("only the twin with a wrong form is accused", arguments: DoubtTwins.ofForms)
  func forms(twins: DoubtTwins) { self.twins(twins: twins) }
}
