import Testing

@testable import DocumentAudit

/// Small texts that a reader decides at a glance. The part before the bar is right, and the part behind it is wrong.
@Suite("Texts that a reader decides at a glance")
struct GlanceTwinTests {
  private static func accusations(_ text: String) -> Int {
    let audit = DocumentAuditor().audit(path: "x.md", text: text)
    return audit.statements.count { $0.verdict == .fails } + audit.findings.count
  }

  /// The text with the right or the wrong part of its choice `⟦right|wrong⟧`.
  private static func text(_ written: String, isRight: Bool) -> String {
    let open = written.split(separator: "⟦", maxSplits: 1)
    let close = open[1].split(separator: "⟧", maxSplits: 1, omittingEmptySubsequences: false)
    let choice = close[0].split(separator: "¦")
    return String(open[0] + choice[isRight ? 0 : 1] + close[1])
  }

  static let claims = [
    #"We find $$\operatorname{diag}(1, 2) = \begin{pmatrix} 1 & 0 \\ 0 & ⟦2¦1⟧ \end{pmatrix}$$"#,
    #"Let $A = \begin{pmatrix} a & b \\ c & d \end{pmatrix}$. Then $\det A = ⟦ad - bc¦ad + bc⟧$."#,
    #"Let $A=\begin{pmatrix}1&2\\2&1\end{pmatrix}$. We find $$\det(\lambda E - A) = (\lambda ⟦-¦+⟧ 3)(\lambda+1)$$"#,
    #"Let $Z \sim \mathcal N(0, 1)$. Then $P(Z \le 1.96) \approx ⟦0.975¦0.95⟧$."#,
    #"Let $X \sim N(100, 15^2)$. Then $P(X > 130) \approx ⟦0.0228¦0.228⟧$."#,
    #"Let $X \sim \text{Bin}(3, 0.5)$. Then $P(X \ge 1) = ⟦\frac78¦\frac68⟧$."#,
    #"Let $X \sim \text{Geom}(0.5)$. Then $P(X \le 2) = ⟦0.75¦0.65⟧$."#,
    #"Let $X \sim \text{Bernoulli}(0.3)$. Then $P(X = 0) = ⟦0.7¦0.3⟧$."#,
    #"Let $X \sim U(0, 8)$. Then $P(X < 2) = ⟦0.25¦0.75⟧$."#,
    #"Let $|b| < 1$. We find $$\frac{⟦1¦0⟧}{1-b} = \sum_{k=0}^\infty b^k$$"#,
    #"We find $$n! \sim \sqrt{2\pi n}\left(\frac{n}{⟦e¦2⟧}\right)^n$$"#,
    #"We find $$\log n = ⟦O(n)¦\Omega(n)⟧$$"#,
    #"Let $f(x,y) = x^2 y^3$. We find $$\left.\frac{\partial f}{\partial x}\right|_{(1,2)} = ⟦16¦12⟧$$"#,
    #"Let $f(x,y) = x^2 y^3$. We find $$\left.\frac{\partial f}{\partial x}\right|_{x=1, y=2} = ⟦16¦12⟧$$"#,
    #"Let $f(x,y) = x^3 + 2xy - y^2$. We find $$H = \begin{pmatrix} 6x & 2 \\ 2 & ⟦-2¦2⟧ \end{pmatrix}$$"#,
    #"Let $F = (x^2, xy)$. We find $$\nabla \cdot F = ⟦3x¦2x⟧$$"#,
    #"Let $f(x) = \max(0, x)$. We find $$f'(3) = ⟦1¦3⟧$$"#,
    #"Let $z = 2 + 3i$. We find $$z\bar z = ⟦13¦5⟧$$"#,
    #"Let $g(x) = -x^2 + 6x$. We find $$\max_x g(x) = ⟦9¦3⟧$$"#,
    #"We find $$10 : 4 = ⟦2.5¦2.6⟧$$"#, #"We find $$10 : 4 = ⟦5¦4⟧ : 2$$"#,
    #"We find $$1\,000\,000 / 250 = ⟦4\,000¦40\,000⟧$$"#,
    #"We find $$\operatorname{median}(3, 1, 9, 5) = ⟦4¦5⟧$$"#,
    #"We find $$\operatorname{softmax}(0, \ln 3) = (0.25, ⟦0.75¦0.65⟧)$$"#,
    #"Let $a=(3,4)$ and $b=(1,0)$. We find $$\frac{a \cdot b}{b \cdot b} b = (⟦3¦4⟧, 0)$$"#,
    #"We find $$\frac{a}{b} + \frac{c}{d} = \frac{⟦ad + bc¦a + c⟧}{bd}$$"#,
    #"We find $$\arctan x + \arctan \frac1x = \frac{\pi}{⟦2¦4⟧}, \quad x > 0$$"#,
    #"Let $f(x) = x^\top x$. We find $$\nabla f(x) = ⟦2x¦x⟧$$"#,
    #"Let $f(x) = x^\top A x$ with a symmetric matrix $A$. We find $$\nabla f(x) = ⟦2Ax¦Ax⟧$$"#,
    #"For $x > 0$ we have $$\ln x \le x - ⟦1¦2⟧$$"#, #"Let $n \ge 1$. We find $$2^n > ⟦n¦n^2⟧$$"#,
    #"令 $y = \ln(1 + x^2)$，求导得 $y' = \frac{⟦2x¦x⟧}{1+x^2}$。"#,
    #"For every angle, $$\sin\frac{\alpha}{2} = \pm\sqrt{\frac{1 ⟦-¦+⟧ \cos\alpha}{2}}$$"#,
    #"We find $$\frac{3 \pm \sqrt{9 - 8}}{2} = \frac{3 \pm ⟦1¦2⟧}{2}$$"#,
    #"We find $$\frac{-6 \pm \sqrt{16}}{-2} = 3 \pm ⟦2¦4⟧$$"#,
    #"With $f_1'(t) = t^2 + 1$ and $x = 0.5$: $f_1'(x) = ⟦1.25¦1.35⟧$."#,
    #"Let $\mu = \mathbb{E}[X]$. We find $$\mathbb{E}[(X-\mu)^2] = \mathbb{E}[X^2] ⟦-¦+⟧ \mu^2$$"#,
    #"Let $m_x = \mathbb{E}[X]$ and $m_y = \mathbb{E}[Y]$. We find $$\operatorname{Cov}(X, Y) = \mathbb{E}[XY] ⟦-¦+⟧ m_x m_y$$"#,
    #"So $7 \equiv ⟦2¦3⟧ \pmod{5} \implies 14 \equiv 4 \pmod{5}$."#,
  ]

  static let sentences = [
    #"For any random variable $X$, $\operatorname{Var}(X) ⟦\ge¦\le⟧ 0$."#,
    #"Let $TP = 40$ and $FN = 10$. The recall is $\frac{TP}{TP + FN} = ⟦0.8¦0.7⟧$."#,
    #"Let $p = 0.25$. The information is $-\log_2 p = ⟦2¦4⟧$."#,
    #"Let $L = -\ln p$ with $p = 0.5$. Then $L = ⟦0.693¦0.639⟧$."#,
    #"With $\mu = 100$ and $\sigma = 15$, the value $x = 130$ has $z = \frac{x-\mu}{\sigma} = ⟦2¦1.5⟧$."#,
    "Let $X$ be uniform on $[0, 6]$. Then $E[X] = ⟦3¦2⟧$.",
    "Let $X$ be Poisson distributed with mean $3$. Then $\\operatorname{Var}(X) = ⟦3¦9⟧$.",
    "设 $X$ 服从均值为 $5$、方差为 $4$ 的正态分布，则 $P(X > 7) = ⟦0.1587¦0.1857⟧$。", "及格率为 45 ÷ 50 = ⟦90%¦80%⟧。",
    #"As $n \to \infty$, $\frac{n}{2n+1} \to ⟦\frac12¦1⟧$."#,
    #"当 $x \to 0$ 时，$\sin x \approx x - \frac{x^3}{⟦6¦3⟧}$。"#, #"For $0 < x < 1$, $x^2 ⟦<¦>⟧ x$."#,
    #"Let $v = (3, 4)$. Its norm is $\|v\| = ⟦5¦7⟧$."#,
    #"Let $M = \begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}$. $\operatorname{tr}(M) = ⟦5¦6⟧$."#,
    "The measurements are $x = (2, 4, 4, 6)$. The mean is $\\bar{x} = ⟦4¦5⟧$.",
    "数据为 2、4、6、8，平均数为 $\\bar{x} = ⟦5¦6⟧$。",
    "Let $n = 5$ be the number of samples. Since $n = ⟦5¦6⟧$, we stop.",
    "Let $n = 10$. There are $n = ⟦10¦12⟧$ samples.",
    "The average of 3, 5 and 10 is ⟦6¦7⟧.", "The sum of 3 and 9 is ⟦12¦13⟧.", "20% of 150 is ⟦30¦35⟧.",
    "Then 3 plus 4 is ⟦7¦8⟧.", "150 的 20% 是 ⟦30¦35⟧。", "3 乘以 4 等于 ⟦12¦13⟧。", "1.2 亿 = ⟦12000¦1200⟧ 万。",
    "| $x$ | 0 | 1 | 2 |\n|---|---|---|---|\n| $P(X=x)$ | 0.2 | 0.5 | ⟦0.3¦0.4⟧ |\n\nSo $X$ is small.",
    "**Problem:** Take $f(x) = x^3$ and $g(x) = 2x$.\n\n**Solution:**\n\nWe find\n\n$$f(0.5) = ⟦0.125¦0.25⟧$$",
  ]

  @Test("the right claim is not accused, the wrong one is", arguments: claims) func claim(written: String) {
    check(written)
  }

  @Test("the right sentence is not accused, the wrong one is", arguments: sentences)
  func sentence(written: String) { check(written) }

  private func check(_ written: String) {
    let (right, wrong) = (Self.text(written, isRight: true), Self.text(written, isRight: false))
    #expect(Self.accusations(right) == 0, "\(right)")
    #expect(Self.accusations(wrong) > 0, "\(wrong)")
  }

  @Test(
    "another meaning is no mistake",
    arguments: [
      #"Let $x > 0$. If $x$ is large, $$x^2 > 5x$$"#, #"For $x > 0$ and large $n$ we have $$x^n > n$$"#,
      #"Let $a = 3$ and $b = 2$. The equation is $\frac{a}{b} = 5$."#,
      #"Let $f(x) = x^\top A x$. Then $$\nabla f(x) = 2Ax$$"#, "Let $T P = 4$ and $F N = 2$. Then $T = 2$.",
      #"We get the system $$2x + y \le 8, \quad x \ge 0, \quad y \ge 0$$"#,
      #"We obtain the bounds $2x \le 5$, $x \ge 0$."#, #"We have $x \ge 0$ and $2x \le 5$."#,
      #"Let $f(x,y) = x^2 + y^2$. We use the modified $$H = \begin{pmatrix} 2 & 0 \\ 0 & 3 \end{pmatrix}$$"#,
      "The lecture is at $10:30 = x$.", "The odds are $1 : 4 : 5$.",
      "Let $n = 10$. For $n = 12$ there are more.",
      "Let $n = 10$ or $n = 12$. Since $n = 12$ is even, we stop.", "80% of 50 is 40 more than nothing.",
      "The average of 2, 3 and 3 is 2.7.", "20% of 33 is about 7.",
      "The points $(x', y')$ with $x' = x + 1$.",
      #"Let $X \sim \text{Exp}(2)$. Then $P(X > 1) = e^{-1/2}$."#,
      #"The sum of the lengths is $(3 \pm 0.1) + (4 \pm 0.1) = 7 \pm 0.14$."#,
      #"Solve $(x-1)^2 = 4$. Then $x - 1 = \pm 2$."#,
      #"Roughly $\frac{n(n-1)}{2} \sim n^2$ for large $n$."#,
      "| $x$ | 0 | 1 | 2 |\n|---|---|---|---|\n| $P(X=x)$ | 0.2 | 0.5 | 0.2 |\n\nSo $X$ is small.",
      "| $x$ | 0 | 1 | 2 |\n|---|---|---|---|\n| $P(X \\ge x)$ | 1.0 | 0.5 | 0.2 |\n\nSo $X$ is small.",
    ])
  func otherMeaning(text: String) { #expect(Self.accusations(text) == 0) }
}
