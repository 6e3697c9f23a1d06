import Testing

@testable import DocumentAudit

/// Claims that follow from what the text says about their letters, once right and once wrong.
@Suite("Claims that follow from their context")
struct DecisionTwinTests {
  private static func accusations(_ context: String, _ statement: String) -> Int {
    let start = context.isEmpty ? "" : context + "\n\n"
    let audit = DocumentAuditor().audit(path: "x.md", text: "\(start)We find\n\n$$\(statement)$$\n")
    return audit.statements.count { $0.verdict.rawValue == "fails" }
  }

  static let probability: [ClaimTwins] = [
    ClaimTwins(#"Let $E[U] = 3$ and $E[V] = 2$."#, "E[2U + 3V] = 12", "E[2U + 3V] = 10"),
    ClaimTwins(
      #"Let $\operatorname{Var}(U) = 4$."#, #"\operatorname{Var}(2U - 1) = 16"#,
      #"\operatorname{Var}(2U - 1) = 8"#),
    ClaimTwins(
      #"Let $E[U] = 3$ and $E[U^2] = 13$."#, #"\operatorname{Var}(U) = 4"#, #"\operatorname{Var}(U) = 10"#),
    ClaimTwins(
      #"$U$ and $V$ are independent with $\operatorname{Var}(U) = 4$ and $\operatorname{Var}(V) = 9$."#,
      #"\operatorname{Var}(U - V) = 13"#, #"\operatorname{Var}(U - V) = -5"#),
    ClaimTwins(
      #"Let $P(D) = 0.02$, $P(+ \mid D) = 0.9$ and $P(+ \mid \bar D) = 0.1$."#, "P(+) = 0.116", "P(+) = 0.18"),
    ClaimTwins(
      #"Let $P(D) = 0.02$, $P(+ \mid D) = 0.9$ and $P(+ \mid \bar D) = 0.1$."#,
      #"P(D \mid +) = \frac{P(+ \mid D)P(D)}{P(+)} = 0.155"#,
      #"P(D \mid +) = \frac{P(+ \mid D)P(D)}{P(+)} = 0.9"#),
    ClaimTwins(
      "Let $P(A) = 0.5$, $P(B) = 0.4$ and $P(A \\cap B) = 0.1$.", #"P(A \mid B) = 0.25"#,
      #"P(A \mid B) = 0.5"#),
    ClaimTwins(
      #"Let $U \sim \mathcal{N}(1, 4)$ and $V \sim \mathcal{N}(2, 9)$ be independent."#,
      #"U + V \sim \mathcal{N}(3, 13)"#, #"U + V \sim \mathcal{N}(3, 5)"#),
    ClaimTwins("", #"P(A \cap B) \le P(A)"#, #"P(A \cap B) \ge P(A)"#),
    ClaimTwins("", "E[X^2] \\ge E[X]^2", "E[X^2] \\le E[X]^2"),
  ]

  static let inequalities: [ClaimTwins] = [
    ClaimTwins("For $x > 0$:", #"x + \frac{4}{x} \ge 4"#, #"x + \frac{4}{x} \ge 5"#),
    ClaimTwins(#"$s(x) = \frac{1}{1 + e^{-x}}$"#, "s'(x) \\le \\frac14", "s'(x) \\le \\frac18"),
    ClaimTwins(#"$s(x) = \frac{1}{1 + e^{-x}}$"#, "s(x) < 1", "s(x) > 1"),
    ClaimTwins("", #"\|u\|_2 \le \|u\|_1"#, #"\|u\|_1 \le \|u\|_2"#),
    ClaimTwins("", #"\frac{22}{7} > \pi"#, #"\frac{22}{7} < \pi"#),
    ClaimTwins(#"Let $\eta = 0.1$ and $a = 4$."#, #"|1 - \eta a| < 1"#, #"|1 - \eta a| > 1"#),
    ClaimTwins(
      #"Let $f(x) = x^2$ and $0 \le t \le 1$."#, #"f(t x + (1 - t) y) \le t f(x) + (1 - t) f(y)"#,
      #"f(t x + (1 - t) y) \ge t f(x) + (1 - t) f(y)"#),
    ClaimTwins("", #"\sqrt{20} < |z| = 5"#, #"\sqrt{20} > |z| = 5"#),
  ]

  static let derivatives: [ClaimTwins] = [
    ClaimTwins("Let $f(x,y) = x^2 y$.", "f_x(1,2) = 4", "f_x(1,2) = 1"),
    ClaimTwins("Let $f(x,y) = x^2 y$.", "f_{xy} = 2x", "f_{xy} = 2y"),
    ClaimTwins(
      "Let $f(x,y) = x^2 + xy + 3y^2$.", #"\nabla^2 f = \begin{pmatrix} 2 & 1 \\ 1 & 6 \end{pmatrix}"#,
      #"\nabla^2 f = \begin{pmatrix} 2 & 1 \\ 1 & 3 \end{pmatrix}"#),
    ClaimTwins(
      "Let $f(x,y) = x^3 + 2xy$ with Hessian $H$.", #"H = \begin{pmatrix} 6x & 2 \\ 2 & 0 \end{pmatrix}"#,
      #"H = \begin{pmatrix} 3x & 2 \\ 2 & 0 \end{pmatrix}"#),
    ClaimTwins(
      "Let $g(x,y) = (x^2 + y,\\; xy)$.", #"J_g(x,y) = \begin{pmatrix} 2x & 1 \\ y & x \end{pmatrix}"#,
      #"J_g(x,y) = \begin{pmatrix} 2x & 1 \\ x & y \end{pmatrix}"#),
    ClaimTwins("Let $F(x,y) = (x^2, y)$.", #"\nabla \cdot F = 2x + 1"#, #"\nabla \cdot F = 2x"#),
    ClaimTwins(
      "Let $x = r\\cos t$ and $y = r\\sin t$.", #"\frac{\partial(x,y)}{\partial(r,t)} = r"#,
      #"\frac{\partial(x,y)}{\partial(r,t)} = r^2"#),
    ClaimTwins("Let $f(x) = 3x - 1$.", "f'(x) = 3", "f'(x) = 2"),
    ClaimTwins(
      "Let $f(x) = e^{2x}$, and expand it near $x = 0$.", #"f(x) \approx 1 + 2x + 2x^2"#,
      #"f(x) \approx 1 + 2x + 4x^2"#),
  ]

  static let matrices: [ClaimTwins] = [
    ClaimTwins(
      "Let $A$ and $B$ be invertible matrices.", "(AB)^{-1} = B^{-1}A^{-1}", "(AB)^{-1} = A^{-1}B^{-1}"),
    ClaimTwins(
      "", #"\operatorname{tr}(AB) = \operatorname{tr}(BA)"#,
      #"\operatorname{tr}(AB) = \operatorname{tr}(A)\operatorname{tr}(B)"#),
    ClaimTwins(
      #"Let $X \in \mathbb{R}^{32 \times 784}$ and $W \in \mathbb{R}^{784 \times 10}$."#,
      #"XW \in \mathbb{R}^{32 \times 10}"#, #"XW \in \mathbb{R}^{10 \times 32}"#),
    ClaimTwins(
      #"The matrix $A = \begin{pmatrix} 2 & 1 \\ 1 & 2 \end{pmatrix}$ has the eigenvalues"#,
      #"\lambda_1 = 1, \lambda_2 = 3"#, #"\lambda_1 = 2, \lambda_2 = 3"#),
    ClaimTwins("The minimum of $f(x) = x^2 - 6x$ is at $x^*$.", "x^* = 3", "x^* = 6"),
    ClaimTwins(
      "Let $a_1 = 1$, $a_2 = 2$ and $a_3 = 3$.", #"\sum_{i=1}^3 a_i^2 = 14"#, #"\sum_{i=1}^3 a_i^2 = 36"#),
  ]

  static let identities: [ClaimTwins] = [
    ClaimTwins("", #"e^{p \ln q} = q^p"#, #"e^{p \ln q} = p^q"#),
    ClaimTwins(
      "", #"\binom{n}{k} = \binom{n-1}{k-1} + \binom{n-1}{k}"#,
      #"\binom{n}{k} = \binom{n-1}{k-1} + \binom{n}{k-1}"#),
    ClaimTwins("", #"\cosh^2 t - \sinh^2 t = 1"#, #"\cosh^2 t + \sinh^2 t = 1"#),
    ClaimTwins("", #"(b^x)' = b^x \ln b"#, "(b^x)' = x b^{x-1}"),
    ClaimTwins("", "(p+q+r)^2 = p^2+q^2+r^2+2pq+2qr+2rp", "(p+q+r)^2 = p^2+q^2+r^2+pq+qr+rp"),
    ClaimTwins("Let $g(z) = \\frac{1}{1+e^{-z}}$.", "1 - g(z) = g(-z)", "1 - g(z) = -g(z)"),
    ClaimTwins("", #"\nabla_w \|Xw - y\|^2 = 2X^T(Xw - y)"#, #"\nabla_w \|Xw - y\|^2 = 2X(Xw - y)"#),
    ClaimTwins("", #"\det(A^T) = \det(A)"#, #"\det(A^T) = -\det(A)"#),
    ClaimTwins("", "e^{ix} = \\cos x + i\\sin x", "e^{ix} = \\sin x + i\\cos x"),
    ClaimTwins("Let $i$ be the imaginary unit.", "i^2 = -1", "i^2 = 1"),
    ClaimTwins("Let $f(x) = x^4$.", "f'''(x) = 24x", "f'''(x) = 12x"),
    ClaimTwins(
      "The average is $v_t = \\beta v_{t-1} + (1-\\beta)g_t^2$.",
      #"v_t = v_{t-1} + (1-\beta)(g_t^2 - v_{t-1})"#, #"v_t = v_{t-1} + \beta(g_t^2 - v_{t-1})"#),
    ClaimTwins("", "3n^2 + 5n = O(n^2)", "3n^3 + 5n = O(n^2)"),
    ClaimTwins("", #"\Gamma(5) = 24"#, #"\Gamma(5) = 120"#),
    ClaimTwins("", #"\lim_{x \to \infty} \tanh x = 1"#, #"\lim_{x \to \infty} \tanh x = \infty"#),
    ClaimTwins(
      "For $p, q > 0$:", #"\frac{2}{\frac1p + \frac1q} \le \frac{p+q}{2}"#,
      #"\frac{2}{\frac1p + \frac1q} \ge \frac{p+q}{2}"#),
    ClaimTwins("Let $A$ be positive definite and $x \\ne 0$.", "x^T A x > 0", "x^T A x < 0"),
    ClaimTwins("", #"\arg\min_w (w-2)^2 + 3 = 2"#, #"\arg\min_w (w-2)^2 + 3 = 3"#),
  ]

  static let numbers: [ClaimTwins] = [
    ClaimTwins("", "(1+i)^2 = 2i", "(1+i)^2 = 2"),
    ClaimTwins("Near $x = 1$:", #"\sqrt{x} \approx 1 + \frac{x-1}{2}"#, #"\sqrt{x} \approx 1 + (x-1)"#),
    ClaimTwins("For small $x$:", #"\sin x \approx x"#, #"\sin x \approx 1 - x"#),
    ClaimTwins("Let $f(x) = x^2 - 4x$.", #"f'(x) = 0 \Rightarrow x = 2"#, #"f'(x) = 0 \Rightarrow x = 4"#),
    ClaimTwins("The sample is $2, 3, 7$ with mean $\\bar{x}$.", #"\bar{x} = 4"#, #"\bar{x} = 5"#),
    ClaimTwins(
      "The data $2, 4, 4, 4, 5, 5, 7, 9$ have the standard deviation $\\sigma$.", #"\sigma = 2"#,
      #"\sigma = 4"#),
    ClaimTwins(
      "| $x$ | 0 | 1 | 2 |\n|---|---|---|---|\n| $P(X = x)$ | 0.3 | 0.3 | 0.4 |", "E[X] = 1.1", "E[X] = 1.2"),
    ClaimTwins(
      #"Let $X \sim \operatorname{Exp}(\lambda)$."#, #"P(X > t) = e^{-\lambda t}"#,
      #"P(X > t) = 1 - e^{-\lambda t}"#),
    ClaimTwins(
      "The equation $x^2 - 5x + 6 = 0$ has the solutions", #"x_1 = 2, \quad x_2 = 3"#,
      #"x_1 = 1, \quad x_2 = 6"#),
    ClaimTwins(
      "Solve the system $x + y = 3$ and $x - y = 1$. The solution is", #"x = 2, \quad y = 1"#,
      #"x = 1, \quad y = 2"#),
    ClaimTwins(
      #"Solve $Ax = b$ with $A = \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}$ and $b = \begin{pmatrix} 5 \\ 11 \end{pmatrix}$."#,
      #"x = \begin{pmatrix} 1 \\ 2 \end{pmatrix}"#, #"x = \begin{pmatrix} 2 \\ 1 \end{pmatrix}"#),
    ClaimTwins("$f(x) = 2x + 1$", "f^{-1}(7) = 3", "f^{-1}(7) = 4"),
    ClaimTwins(
      "Let $\\lambda_1$ and $\\lambda_2$ be the eigenvalues of $A = \\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}$.",
      #"\lambda_1 + \lambda_2 = 5"#, #"\lambda_1 + \lambda_2 = 6"#),
    ClaimTwins(#"Let $X \sim \mathcal{N}(3, 4)$."#, "E[2X + 1] = 7", "E[2X + 1] = 6"),
    ClaimTwins("", #"0.005 = 0.5\%"#, #"0.005 = 5\%"#),
  ]

  @Test(
    "a wrong number in a sentence or a table is found, and a right one is not",
    arguments: [
      (
        "The matrix $A = \\begin{pmatrix} 2 & 1 \\\\ 1 & 2 \\end{pmatrix}$ has the eigenvector $v = (1, 1)^T$ with $A v = 3v$.",
        "The matrix $A = \\begin{pmatrix} 2 & 1 \\\\ 1 & 2 \\end{pmatrix}$ has the eigenvector $v = (1, 1)^T$ with $A v = 2v$."
      ),
      ("In total 20% of 150 = 30 items.", "In total 20% of 150 = 40 items."),
      ("The ratio is 2/3 ≈ 0.667 here.", "The ratio is 2/3 ≈ 0.676 here."),
      ("考试持续 3 小时 = 180 分钟。", "考试持续 3 小时 = 200 分钟。"),
      (
        "| $n$ | $n^2$ |\n|---|---|\n| 2 | 4 |\n| 3 | 9 |", "| $n$ | $n^2$ |\n|---|---|\n| 2 | 4 |\n| 3 | 6 |"
      ),
      (
        "The function $f(x) = x^3 - 3x$ has $f'(x) = 3x^2 - 3$.",
        "The function $f(x) = x^3 - 3x$ has $f'(x) = 3x^2 + 3$."
      ),
      ("With $m = 3$ and $c = 2$ we get $m c^2 = 12$.", "With $m = 3$ and $c = 2$ we get $m c^2 = 36$."),
      ("The weights add up to $0.2 + 0.3 + 0.5 = 1$.", "The weights add up to $0.2 + 0.3 + 0.4 = 1$."),
      ("对所有 $x > 0$，有 $\\ln x \\le x - 1$。", "对所有 $x > 0$，有 $\\ln x \\ge x - 1$。"),
      (
        "学习率 $\\eta = 0.1$，梯度 $g = 4$，所以更新量为 $\\eta g = 0.4$。",
        "学习率 $\\eta = 0.1$，梯度 $g = 4$，所以更新量为 $\\eta g = 4$。"
      ),
    ])
  func sentences(_ right: String, _ wrong: String) {
    func findings(_ text: String) -> Int {
      DocumentAuditor().audit(path: "x.md", text: text + "\n").findings.count
    }
    #expect(findings(right) == 0, "\(right)")
    #expect(findings(wrong) > 0, "\(wrong)")
  }

  @Test(
    "the false twin is found, and the true one is not",
    arguments: probability + inequalities + derivatives + matrices + identities + numbers)
  func twins(_ twins: ClaimTwins) {
    #expect(Self.accusations(twins.context, twins.right) == 0, "\(twins.right)")
    #expect(Self.accusations(twins.context, twins.wrong) > 0, "\(twins.wrong)")
  }

  @Test(
    "a comparison or a name that may mean something else is not called wrong",
    arguments: [
      // A condition, and a property of a distribution.
      "The events favour each other if $P(A \\mid B) \\ge P(A)$.",
      "We need $x + \\frac{1}{x} \\ge 3$ for $x > 0$.",
      // Other eigenvalues, other matrices, an iteration.
      "Let $A = \\begin{pmatrix} 2 & 1 \\\\ 0 & 2 \\end{pmatrix}$. The singular values and eigenvalues of $A^TA$: $\\lambda_1 = 6.83$",
      // A second derivative at a point, a minimum at the end of an interval.
      "Let $f(x,y) = x^3 + y^2$. At $(1, 1)$ we find $$\\nabla^2 f = \\begin{pmatrix} 6 & 0 \\\\ 0 & 2 \\end{pmatrix}$$",
      "The minimum of $f(x) = x^2$ on the interval $[1, 2]$ is at $$x^* = 1$$",
      // An index and not a derivative.
      "Let $f(x, y) = x y$. Let $f_n = 3$. We find $$f_n = 4$$",
      // An iteration, a comparison of rules, a list that is no sample, dates and odds.
      "Newton's method finds the root of $x^2 - 2 = 0$. With $x_0 = 1$ we get $x_1 = 2$.",
      "On 3/4 = third of April the odds were 1:4 = 20%.",
      "The points $2, 3, 7$ give a mean of $$\\bar{x} = 5$$",
      "| $n$ | $2n$ |\n|---|---|\n| 2 | 5 |\n| 3 | 7 |",
      "We use ridge regression. The eigenvalues of $A = \\begin{pmatrix} 2 & 1 \\\\ 1 & 2 \\end{pmatrix}$ are found later. We set $\\lambda_1 = 0.5$ and $\\lambda_2 = 0.1$.",
      "Let $P(D) = 0.33$, $P(+ \\mid D) = 0.5$ and $P(+ \\mid \\bar D) = 0.1$. We find\n\n$$P(+) = 0.233$$",
      "With $f(x) = (x-1)^2$ and a penalty the optimum is $x^*$. We find\n\n$$x^* = 0.5$$",
      "The interest rate is $i$. We find\n\n$$(1+i)^2 = 2$$",
      "因为 $6\\%2=0$，所以提前结束。", "$$L = 0 \\not\\leftrightarrow L' = 0$$",
      "若 $n$ 是负整数，$a > 1$，则 $$a^n = \\frac{1}{a^{-n}} < \\frac{1}{a^0} = 1$$",
      "Let $f(x) = x^2$ be uniformly continuous on an interval. Then $$|f(r_1) - f(x_k)| + |f(r_2) - f(x_k)| < \\frac{t}{2} + \\frac{t}{2} = t$$",
      "Let $a \\le X \\le b$. We find $$\\operatorname{Var}(X) \\le (b - E[X])(E[X] - a)$$",
      "Let $$f(y) = \\int_0^1 \\sin(x^2 - y^2) \\,dx .$$ Then $$f'(y) = \\int_0^1 -2y \\cos(x^2 - y^2) \\,dx .$$",
      "We test $p = q$.\n\nWe get $$p - q = 0.03$$",
      "Let $A_1$, $A_2$ be a partition. Then $$P(A_1 \\mid B) = \\frac{P(B \\mid A_1) P(A_1)}{P(B \\mid A_1) P(A_1) + P(B \\mid A_2) P(A_2)}$$",
      // Commuting matrices.
      "For diagonal matrices we find\n\n$$\\operatorname{tr}(AB) = \\operatorname{tr}(A)\\operatorname{tr}(B)$$",
      "Let $A$ and $B$ be orthogonal. If they commute, $$(AB)^{-1} = A^{-1}B^{-1}$$",
    ])
  func innocent(_ text: String) {
    let audit = DocumentAuditor().audit(path: "x.md", text: text + "\n")
    #expect(!audit.statements.contains { $0.verdict == .fails }, "\(text)")
  }
}
