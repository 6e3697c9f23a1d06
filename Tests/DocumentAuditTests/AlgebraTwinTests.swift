import DocumentAudit
import Testing

/// Sets, orders, pairs and truth values, each beside a text about numbers that is wrong.
@Suite("Twins of other algebra than that of numbers")
struct AlgebraTwinTests {
  @Test(
    "a coset or the image of a map is a set",
    arguments: [
      DoubtTwins(
        "We have $\\pi(ab) = (ab)H = (aH)(bH) = \\pi(a)\\pi(b)$, every coset $aH$ of $G/H$ is an image.",
        "For all numbers $a, b, h$ we have $(ab)h = (ah)(bh)$."),
      DoubtTwins(
        "We have $\\pi(ab) = (ab)H = (aH)(bH)$ in $G/H$.",
        "For all numbers $a, b, H$ we have $(ab)H = (aH)(bH)$."),
      DoubtTwins(
        "For $v \\in V$ we have $Tv + \\operatorname{range}T = 0 + \\operatorname{range}T$, since $Tv \\in \\operatorname{range}T$.",
        "For all numbers $t, v, r$ we have $tv + rt = 0 + rt$."),
      DoubtTwins(
        "Then $$v + \\text{Null}\\, A = w + \\text{Null}\\, A$$ and $v + \\mathrm{span}\\{u\\} = w + \\mathrm{span}\\{u\\}$.",
        "The range is $\\text{range} = 9 - 2 = 6$."),
      DoubtTwins(
        "In the quotient space $V/U$ we have $$(v + U) + (w + U) = (v + w) + U$$ and $$3 (v + U) = 3v + U$$",
        "For all numbers we have $$3 (v + u) = 3v + u$$"),
    ])
  func sets(twins: DoubtTwins) { ScopeTwinTests.expect(twins) }

  @Test(
    "an order that the text defines is no order of numbers",
    arguments: [
      DoubtTwins(
        "A compatible total ordering is $3\\prec 2\\prec 4$.",
        "A total ordering is $3 < 2 < 4$."),
      DoubtTwins(
        "We have $5 \\succ 7$ and $4 \\preceq 2$, so $$3 ≺ 2$$ and $$7 \\preccurlyeq 3$$",
        "So $$7 \\le 3$$"),
    ])
  func orders(twins: DoubtTwins) { ScopeTwinTests.expect(twins) }

  @Test(
    "pairs have the operations that the text defines",
    arguments: [
      DoubtTwins(
        "The field of complex numbers is $\\mathbb{R}^2$ with $(a,b)\\cdot (c,d)=(ac-bd,ad+bc)$ and $(1,0)=1$. So $(0,1)(0,1)=(-1,0)=-(1,0)=-1$.",
        "The field of complex numbers is $\\mathbb{R}^2$ with $(a,b)\\cdot (c,d)=(ac-bd,ad+bc)$ and $(1,0)=1$. So $(0,1)(0,1)=(1,0)$."
      ),
      DoubtTwins(
        "On pairs let $(a,b) + (c,d) = (ad + bc, bd)$. So $(1,2) + (1,3) = (5,6)$.",
        "On pairs let $(a,b) + (c,d) = (ad + bc, bd)$. So $(1,2) + (1,3) = (5,7)$."),
      DoubtTwins(
        "Define $$(a,b) \\oplus (c,d) = (a + c, b d)$$ Then $$(1,2) \\oplus (3,4) = (4, 8)$$",
        "Then $$(1,2) + (3,4) = (4, 8)$$"),
      DoubtTwins(
        "Let $\\mathbb{C}$ be $\\mathbb{R}^2$ with a product and $(1,0) = 1$. Then $(0,1)(0,1) = (-1,0) = -1$.",
        "We have $(0,1) + (0,1) = (0,1)$ and $(1,0) = 1$."),
    ])
  func pairs(twins: DoubtTwins) { ScopeTwinTests.expect(twins) }

  @Test(
    "a quantity that the reader knows may stand on one side only",
    arguments: [
      DoubtTwins(
        "Let $T$ be the sampling period and $\\omega_s$ the sampling frequency. $$\\begin{aligned} x_r(nT) &= \\cos(\\omega_s n T - \\omega_0 n T) \\\\ &= \\cos(2n\\pi - \\omega_0 n T) \\end{aligned}$$",
        "Let $\\omega_s = 2\\pi/T$. $$\\begin{aligned} x_r(nT) &= \\cos(\\omega_s n T - \\omega_0 n T) \\\\ &= \\cos(3n\\pi - \\omega_0 n T) \\end{aligned}$$"
      ),
      DoubtTwins(
        "Let $T$ be the sampling period and $\\omega_s$ the sampling frequency. $$\\begin{aligned} x &= \\cos(\\omega_s n T - \\varphi) \\\\ &= \\cos(2n\\pi - \\varphi) \\end{aligned}$$",
        "Here $h$ is the height and $b$ is the base. $$(b + h)^2 = b^2 + 2b + h^2$$"),
      DoubtTwins(
        "Let $T$ be the period and $\\omega$ the angular frequency. $$\\begin{aligned} x(t + T) &= \\cos(\\omega t + \\omega T) \\\\ &= \\cos(\\omega t + 2\\pi) \\end{aligned}$$",
        "Here $h$ is the height. $$(b + h) b = b^2 + b$$"),
      DoubtTwins(
        "这里 $k$ 为波数，$\\lambda$ 是波长。 $$\\begin{aligned} y &= A \\sin(k x + k \\lambda) \\\\ &= A \\sin(kx + 2\\pi) \\\\ &= A \\sin(kx) \\end{aligned}$$",
        "这里 $\\lambda$ 是波长。 $$\\begin{aligned} y &= (x + \\lambda)^2 \\\\ &= x^2 + x \\lambda + \\lambda^2 \\end{aligned}$$"
      ),
    ])
  func known(twins: DoubtTwins) { ScopeTwinTests.expect(twins) }

  @Test(
    "the notation of a field has another reading",
    arguments: [
      DoubtTwins(
        "In the tropical semiring $2 \\otimes 3 = 5$.",
        "So $2 \\cdot 3 = 5$."),
      DoubtTwins(
        "We want $T(n) \\leq cn^{\\lg3}$ (lg is the binary logarithm): $$\\begin{aligned} T(n) &\\leq 3c(\\frac{n}{2})^{\\lg3} \\\\ &= cn^{\\lg3} \\end{aligned}$$",
        "We have $10^{\\lg 3} = 2$."),
      DoubtTwins(
        "在递归算法中 $n = 8$，所以 $\\lg n = 3$。深度 $\\lg 16 = 4$。",
        "对数 $\\lg 16 = 4$，即常用对数。"),
      DoubtTwins(
        "Hence $\\dfrac{2\\pi/a}{2\\pi/Na}=N$.",
        "Hence $\\dfrac{2\\pi/a}{2\\pi/(Na)}=2N$."),
      DoubtTwins(
        "We get $1/2\\pi = \\frac{1}{2\\pi}$ and $6/2(1 + 2) = 1$ and $a/bc = \\frac{a}{bc}$.",
        "We get $6/2 \\cdot 3 = 1$ and $6/(2 \\cdot 3) = 2$."),
    ])
  func notations(twins: DoubtTwins) { ScopeTwinTests.expect(twins) }

  @Test(
    "a formula may go on with the result before it",
    arguments: [
      DoubtTwins(
        "The outer factor is $\\frac{1}{4}\\cdot 2 = \\frac{1}{2}$, times $\\frac{\\pi}{2} = \\frac{\\pi}{4}$.",
        "We know that $\\frac{\\pi}{2} = \\frac{\\pi}{4}$."),
      DoubtTwins(
        "外层系数为 $\\frac{1}{4}\\cdot 2 = \\frac{1}{2}$，再乘 $\\frac\\pi2 = \\frac\\pi4$。",
        "外层系数为 $\\frac{1}{4}\\cdot 2 = \\frac{1}{2}$，再乘 $\\frac\\pi2 = \\frac\\pi3$。"),
      DoubtTwins(
        "The sum is $2 + 3 = 5$, plus $4 = 9$, minus $3 = 6$, divided by $2 = 3$.",
        "The sum is $2 + 3 = 5$, plus $4 + 0 = 8$."),
    ])
  func running(twins: DoubtTwins) { ScopeTwinTests.expect(twins) }

  @Test("the cells of a truth table are no numbers")
  func truthTables() {
    func findings(_ rows: String) -> [Int] {
      DocumentAuditor().audit(path: "a.md", text: "| $x$ | $x + 1$ |\n|---|---|\n" + rows).findings.map(
        \.line)
    }
    #expect(findings("| 0 | 1 |\n| 1 | 1 |\n") == [])
    #expect(findings("| 2 | 3 |\n| 1 | 1 |\n") == [4])
  }
}
