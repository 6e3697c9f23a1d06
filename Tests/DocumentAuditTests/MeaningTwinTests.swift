import Testing

@testable import DocumentAudit

/// Letters, rows and sentences with another meaning than usual, each beside a text that is wrong.
@Suite("Twins of other meanings")
struct MeaningTwinTests {
  @Test(
    "a letter of a constant may be the name of another thing",
    arguments: [
      DoubtTwins(
        "$e$ denotes the empty string. $w^0=e$ and $L^0=\\{e\\}$", "$e$ denotes Euler's number. So $w^0=e$."),
      DoubtTwins(
        "Let $G$ be a group with identity $e$. Then $e^2 = e$.", "For the number $e$ we have $e^2 = e + 5$."),
      DoubtTwins(
        "Let $e \\colon M \\to M$ be an idempotent endomorphism, that is $e^2 = e$.",
        "The natural base is $e$, that is $e^2 = 7.5$."),
      DoubtTwins(
        "Es sei $e \\colon M \\to M$ ein idempotenter Endomorphismus, d.h. es gelte $e^2 = e$.",
        "For the number $e$ we have $e^2 = e + 5$."),
      DoubtTwins(
        "Let $\\pi$ be the projection onto $U$. Then $\\pi^2 = \\pi$.",
        "The circle has the constant $\\pi$. Then $\\pi^2 = 10.4$."),
      DoubtTwins(
        "$\\delta'(t)=\\frac{\\mathrm{d}\\delta(t)}{\\mathrm{d}t}$\n\n$\\delta'(at)=\\frac1{a|a|}\\delta'(t)$",
        "Let $f(t) = t^2$. Thus we get\n\n$$f'(t) = 3t^2$$"),
    ])
  func letters(twins: DoubtTwins) { ScopeTwinTests.expect(twins) }

  @Test(
    "items below a question are no claims",
    arguments: [
      DoubtTwins(
        "True or false?\n\nc) $\\text{Var}(2X) = 2 \\cdot \\text{Var}(X)$",
        "Thus $$\\text{Var}(2X) = 2 \\cdot \\text{Var}(X)$$"),
      DoubtTwins("判断题（对/错）：\n\n(1) $2+2=5$", "判断题（对/错）：\n\n(1) $2+2=5$\n\n解：$2+2=6$"),
      DoubtTwins("**Verdadero/Falso** (justifica):\n\na) $2+2=5$", "**Cuentas**:\n\na) $2+2=5$"),
      DoubtTwins(
        "### Verdadero o falso\n\na) $2+2=5$", "### Verdadero o falso\n\n### Sumas\n\na) $2+2=5$"),
    ])
  func questions(twins: DoubtTwins) { ScopeTwinTests.expect(twins) }

  @Test(
    "a number in a column of its own is that of the row",
    arguments: [
      DoubtTwins(
        "$$\\begin{aligned} &(2)& a \\cdot (b + c) &= a \\cdot b + a \\cdot c \\end{aligned}$$",
        "$$\\begin{aligned} &(2)& a \\cdot (b + c) &= a \\cdot b + a \\end{aligned}$$")
    ])
  func rows(twins: DoubtTwins) { ScopeTwinTests.expect(twins) }

  @Test(
    "a rule for random variables may use a mean of zero",
    arguments: [
      DoubtTwins(
        "$Cov(X, X^2) = E[X \\cdot X^2] - E[X] \\cdot E[X^2] = E[X^3] - 0 \\cdot E[X^2]$",
        "$Cov(X, X^2) = E[X \\cdot X^2] - E[X] \\cdot E[X^2] = E[X^3] + E[X] \\cdot E[X^2]$"),
      DoubtTwins(
        "$Cov(X,Y) = E[XY] - E[X]E[Y] = E[XY]$", "$Cov(X,Y) = E[XY] - E[X]E[Y] = E[XY] + E[X]E[Y]$"),
      DoubtTwins(
        "$$\\operatorname{Var}(X) = E \\left(X - E(X)\\right)^2 = E(X^2) - (E(X))^2$$",
        "Thus $$\\operatorname{Var}(X) = E[X^2] + (E[X])^2$$"),
    ])
  func means(twins: DoubtTwins) { ScopeTwinTests.expect(twins) }

  @Test(
    "a name may have an exact and an approximate value",
    arguments: [
      DoubtTwins(
        "**Exact:**\n$$P(X=5) = \\binom{200}{5} (0.03)^5 (0.97)^{195}$$\n\n**Poisson approximation:**\n$$P(X=5) = \\frac{e^{-6} \\times 6^5}{5!}$$",
        "**Exact:**\n$$P(X=5) = \\binom{200}{5} (0.03)^5 (0.97)^{195}$$\n\n$$P(X=5) = \\frac{e^{-6} \\times 6^5}{5!}$$"
      )
    ])
  func approximations(twins: DoubtTwins) { ScopeTwinTests.expect(twins) }

  @Test(
    "an intermediate result may be rounded on the page only",
    arguments: [
      DoubtTwins(
        "A Poisson approximation.\n\n$$P(X=5) = \\binom{200}{5} (0.03)^5 (0.97)^{195}$$\n\n$$P(X=5) = \\frac{e^{-6} \\times 6^5}{5!} = \\frac{0.00248 \\times 7776}{120} \\approx 0.1606$$",
        "A Poisson approximation.\n\n$$P(X=5) = \\binom{200}{5} (0.03)^5 (0.97)^{195}$$\n\n$$P(X=5) = \\frac{e^{-6} \\times 6^5}{5!} = \\frac{0.00248 \\times 7776}{120} \\approx 0.1616$$"
      )
    ])
  func intermediate(twins: DoubtTwins) { ScopeTwinTests.expect(twins) }

  @Test(
    "the sign × may be the product of vectors",
    arguments: [
      DoubtTwins(
        "### 外積の性質\n\n$$a \\times b = -b \\times a$$", "### 掛け算\n\nよって $$3 \\times 4 = -4 \\times 3$$")
    ])
  func crossProducts(twins: DoubtTwins) { ScopeTwinTests.expect(twins) }

  @Test(
    "braces may stand for the fractional part",
    arguments: [
      DoubtTwins(
        "`{}` stands for the fractional part of a number: $x_1 = \\{1 \\sqrt{2}\\} = \\{1.4142\\} = 0.4142$.",
        "$x_1 = \\{1 \\sqrt{2}\\} = \\{1.4142\\} = 0.4142$."),
      DoubtTwins(
        "$$\\left\\lceil \\frac{t-v}{x} \\right\\rceil = \\left\\lceil \\left( \\left\\lfloor \\frac t x \\right\\rfloor + \\left\\lbrace \\frac t x \\right\\rbrace \\right) - \\frac v x \\right\\rceil$$",
        "$$\\frac{t-v}{x} = \\left( \\frac t x + \\frac t x \\right) - \\frac v x$$"),
    ])
  func braces(twins: DoubtTwins) { ScopeTwinTests.expect(twins) }

  @Test(
    "a constraint of a problem is no claim about a trial point",
    arguments: [
      DoubtTwins(
        "Rounding up to $x = 6$ may be unfeasible. Thus the constraint is\n\n$$2 x \\leq 11$$",
        "Let $x = 6$. Thus we get\n\n$$2 x + 1 = 11$$"),
      DoubtTwins(
        "Take $x = 6$. Thus we get\n\n$$\\begin{aligned} \\text{s.t.} \\quad & y \\leq 1000 \\\\ & 2 x + 3 \\leq 11 \\end{aligned}$$",
        "Take $x = 6$. Thus we get\n\n$$2 x + 3 \\leq 11$$"),
    ])
  func constraints(twins: DoubtTwins) { ScopeTwinTests.expect(twins) }

  @Test(
    "a partial derivative may keep the other names fixed",
    arguments: [
      DoubtTwins(
        "We minimize $w l + v k$ subject to $q = k l$. Let $L = w l + v k + \\lambda (q - k l)$. Then $\\frac{\\partial L}{\\partial l} = w - \\lambda k$.",
        "We minimize $w l + v k$ subject to $q = k l$. Let $L = w l + v k + \\lambda (q - k l)$. Then $\\frac{\\partial L}{\\partial l} = w + \\lambda k$."
      ),
      DoubtTwins(
        "Since $z^{(2)} = w h_k$, we have $\\frac{\\partial z^{(2)}}{\\partial h_k} = w$.",
        "Since $z = w h^2$, we have $$\\frac{\\partial z}{\\partial h} = w h$$"),
    ])
  func derivatives(twins: DoubtTwins) { ScopeTwinTests.expect(twins) }

  @Test(
    "numbers with decimals may be rounded to a whole one",
    arguments: [
      DoubtTwins("$3 \\cdot 1.83^2 + 5 \\cdot 2.83^2 = 50$", "$3 \\cdot 1.83^2 + 5 \\cdot 2.83^2 = 51$")
    ])
  func rounding(twins: DoubtTwins) { ScopeTwinTests.expect(twins) }

  @Test(
    "maps, sets and elements of finite fields are no numbers",
    arguments: [
      DoubtTwins(
        "There is $x'$ with $g(x') = x$ and thus $p^k g(x') = g(p^k x') = g(0) = 0$.",
        "Let $g(x) = x^2$. Thus $$p g(x) = g(p x)$$"),
      DoubtTwins(
        "If $|A - A| \\le K|A|$, then\n$$|A||A + A| \\le |A - A||A - A|$$\nby Ruzsa's triangle inequality.",
        "For all numbers $a$ we have\n$$|a||a + a| \\le |a - a||a - a|$$"),
      DoubtTwins(
        "If $x \\in \\mathbb{F}_q$, then\n$$ x^{q - 1} = \\begin{cases} 1 & x \\not= 0\\\\ 0 & x = 0 \\end{cases} $$",
        "For all numbers $x$ we have\n$$x^2 - 1 = (x - 1)^2$$"),
      DoubtTwins(
        "Let $f(x) = \\cos x$ and $g(x) = \\cos(2x)$. Then $(f+g)(0) = \\cos(0) + \\cos(2\\cdot 0) = 2$.",
        "Let $f(x) = \\cos x$ and $g(x) = \\cos(2x)$. Then $f(0) + g(0) = \\cos(0) + \\cos(2\\cdot 0) = 3$."),
      DoubtTwins(
        "For every $m \\in S$ we have $u(m) = m + 1$, and therefore $u(u(m)) = u^2(m)$.",
        "For every $m \\in S$ we have $u(m) = m + 1$, and therefore $$u(u(m)) = u(m)$$"),
    ])
  func objects(twins: DoubtTwins) { ScopeTwinTests.expect(twins) }

  @Test(
    "a contradiction may be stated in any language",
    arguments: [
      DoubtTwins("$i > 0$이면 $i^2 = -1 > 0$이어야 하는데, 모순이다.", "따라서 $$1 > 3$$"),
      DoubtTwins("Тогда $$1 > 3$$ противоречие.", "Тогда $$1 > 3$$"),
    ])
  func contradictions(twins: DoubtTwins) { ScopeTwinTests.expect(twins) }

  @Test("the place of ε is compared within the rules of one optimizer")
  func optimizers() {
    let rules = { (title: String) in
      """
      ### \(title)

      $$\\theta_{t+1} = \\theta_t - \\frac{m_t}{\\sqrt{v_t+\\epsilon}}$$

      ### Adam

      $$\\theta_{t+1} = \\theta_t-\\eta \\frac{m_t}{\\sqrt{v_t}+\\epsilon}$$
      """
    }
    #expect(!Self.kinds(rules("SGD")).contains(.epsilonPlacement))
    #expect(Self.kinds(rules("Adam")).contains(.epsilonPlacement))
  }

  @Test("two states of a chain are no average")
  func chains() {
    #expect(!Self.kinds("$$ s_0 = s_0(1-\\alpha) + s_1\\beta $$").contains(.averageWeights))
    #expect(Self.kinds("$$ s_t = (1-\\alpha) s_{t-1} + \\beta g_t $$").contains(.averageWeights))
  }

  private static func kinds(_ text: String) -> [Finding.Kind] {
    DocumentAuditor().audit(path: "x.md", text: text).findings.map(\.kind)
  }
}
