import Testing

@testable import DocumentAudit

/// A claim in a context, once right and once wrong.
struct ClaimTwins: Sendable {
  var context: String
  var right: String
  var wrong: String

  init(_ context: String, _ right: String, _ wrong: String) {
    self.context = context
    self.right = right
    self.wrong = wrong
  }

  static let all: [ClaimTwins] = [
    // Two sides that agree nowhere; a lost factor or term; exchanged letters or entries.
    ClaimTwins(
      "", #"\frac{1}{u} + \frac{1}{v} = \frac{u + v}{uv}"#, #"\frac{1}{u} + \frac{1}{v} = \frac{2}{u + v}"#),
    ClaimTwins("", #"(p + q)^3 = p^3 + 3p^2q + 3pq^2 + q^3"#, #"(p + q)^3 = p^3 + 3p^2q + 3pq^2"#),
    ClaimTwins(
      #"$u = a b + c$ and $F = (u - y)^2$"#, #"\frac{\partial F}{\partial a} = 2 (u - y) b"#,
      #"\frac{\partial F}{\partial a} = 2 (u - y)"#),
    ClaimTwins(
      #"$\bar{y} = \frac{1}{n}\sum_{i=1}^{n} y_i$"#,
      #"\sum_{i=1}^{n}(y_i - \bar{y})^2 = \sum_{i=1}^{n} y_i^2 - n\bar{y}^2"#,
      #"\sum_{i=1}^{n}(y_i - \bar{y})^2 = \sum_{i=1}^{n} y_i^2 - \bar{y}^2"#),
    ClaimTwins(
      "",
      #"\begin{pmatrix} p & q \\ r & s \end{pmatrix} \begin{pmatrix} u \\ v \end{pmatrix} = \begin{pmatrix} pu + qv \\ ru + sv \end{pmatrix}"#,
      #"\begin{pmatrix} p & q \\ r & s \end{pmatrix} \begin{pmatrix} u \\ v \end{pmatrix} = \begin{pmatrix} pu + rv \\ qu + sv \end{pmatrix}"#
    ),
    ClaimTwins(
      "", #"\sum_i a_i \ln \frac{a_i}{b_i} = \sum_i a_i \ln a_i - \sum_i a_i \ln b_i"#,
      #"\sum_i a_i \ln \frac{a_i}{b_i} = \sum_i a_i \ln a_i + \sum_i a_i \ln b_i"#),
    // A function that is applied to each part of its argument.
    ClaimTwins("", #"\log\frac{p}{q} = \log p - \log q"#, #"\log\frac{p}{q} = \frac{\log p}{\log q}"#),
    ClaimTwins("", #"\sqrt{p q} = \sqrt{p} \sqrt{q}"#, #"\sqrt{p + q} = \sqrt{p} + \sqrt{q}"#),
    ClaimTwins("", #"p^2 - q^2 = (p - q)(p + q)"#, #"p^2 - q^2 = (p - q)^2"#),
    // A derivative of a written expression has one right value.
    ClaimTwins("", #"\frac{d}{dt} \ln(\cos t) = -\tan t"#, #"\frac{d}{dt} \ln(\cos t) = \tan t"#),
    ClaimTwins(#"$f(x) = x^4$"#, #"f'(2) = 32"#, #"f'(2) = 16"#),
    ClaimTwins(
      #"$\mathbf{x} = [x_1, x_2]^\top$ and $f(\mathbf{x}) = x_1^2 + 3x_2^2$"#,
      #"\nabla f(\mathbf{x}) = [2x_1, 6x_2]^\top"#, #"\nabla f(\mathbf{x}) = [2x_1, 3x_2]^\top"#),
    // Values that the text has just given.
    ClaimTwins(#"$w = (6, 8)^T$"#, #"\|w\|_2 = 10"#, #"\|w\|_2 = 100"#),
    ClaimTwins(#"$a = (2, 1, 3)$ and $b = (1, 4, 1)$"#, #"a \cdot b = 9"#, #"a \cdot b = 7"#),
    ClaimTwins(
      #"$B = \begin{bmatrix} 1 & 5 \\ 2 & 4 \end{bmatrix}$"#,
      #"B^\top = \begin{bmatrix} 1 & 2 \\ 5 & 4 \end{bmatrix}"#,
      #"B^\top = \begin{bmatrix} 1 & 5 \\ 2 & 4 \end{bmatrix}"#),
    ClaimTwins(
      #"$A = \begin{pmatrix}4&1\\1&4\end{pmatrix}$ and $v = \begin{pmatrix}1\\1\end{pmatrix}$"#, "A v = 5 v",
      "A v = 4 v"),
    ClaimTwins(
      #"$A = \begin{bmatrix} 3 & 1 \\ 1 & 3 \end{bmatrix}$"#,
      #"\det(A - \lambda I) = \lambda^2 - 6\lambda + 8"#,
      #"\det(A - \lambda I) = \lambda^2 - 6\lambda + 9"#),
    ClaimTwins(#"$f(x) = (x - 5)^2$"#, #"\arg\min_x f(x) = 5"#, #"\arg\min_x f(x) = 4"#),
    ClaimTwins("", #"|\{2, 4, 6, 8\}| = 4"#, #"|\{2, 4, 6, 8\}| = 3"#),
    ClaimTwins("", #"\arg\max [0.2, 0.1, 0.7] = 3"#, #"\arg\max [0.2, 0.1, 0.7] = 1"#),
    ClaimTwins("", #"\pi \approx 3.14"#, #"\pi \approx 3.41"#),
    ClaimTwins("", #"0.5 \in [0, 1)"#, #"1 \in [0, 1)"#),
    // Recurrences, distributions, limits, bounds, solutions.
    ClaimTwins(#"$a_1 = 2$ and $a_{n+1} = 3a_n - 1$"#, "a_3 = 14", "a_3 = 15"),
    ClaimTwins(
      #"$X \sim \text{Bin}(20, 0.4)$"#, #"\operatorname{Var}(X) = 4.8"#, #"\operatorname{Var}(X) = 8"#),
    ClaimTwins(#"$N \sim \text{Poisson}(3)$"#, #"E[N] = 3"#, #"E[N] = 9"#),
    ClaimTwins(#"Let $x \in (0, 1)$."#, "x^3 < x", "x^3 > x"),
    ClaimTwins("", #"4x = 20 \Rightarrow x = 5"#, #"4x = 20 \Rightarrow x = 4"#),
    ClaimTwins("Near $x = 0$:", #"\cos x \approx 1 - \frac{x^2}{2}"#, #"\cos x \approx 1 - \frac{x^2}{4}"#),
  ]
}

@Suite("Claims and their false twins")
struct ClaimTwinTests {
  @Test("a claim is accused only if it is wrong", arguments: ClaimTwins.all)
  func claims(twins: ClaimTwins) {
    let verdicts = [twins.right, twins.wrong].map { statement in
      let text = "\(twins.context)\n\nWe find\n\n$$\(statement)$$\n"
      return DocumentAuditor().audit(path: "x.md", text: text).statements.last?.verdict
    }
    #expect(verdicts == ["holds", "fails"], "\(twins.wrong)")
  }

  @Test(
    "results in a sentence are compared with what the text gives",
    arguments: [
      ("With $a = 3$: $a^2 + 1 = 10$.", "With $a = 3$: $a^2 + 1 = 11$."),
      ("From $3x = 12$ it follows that $x = 4$.", "From $3x = 12$ it follows that $x = 5$."),
      (
        "Here $(1 + \\frac{2}{n})^n \\to e^2$ as $n \\to \\infty$.",
        "Here $(1 + \\frac{2}{n})^n \\to e$ as $n \\to \\infty$."
      ),
      ("For $x > 1$ we get $\\ln x > 0$.", "For $x > 1$ we get $\\ln x < 0$."),
      ("$$\\frac{2}{3} \\approx 67\\%$$", "$$\\frac{2}{3} \\approx 66\\%$$"),
      (
        "$p_1 = 0.5$, $p_2 = 0.3$, $p_3 = 0.2$ with $p_1 + p_2 + p_3 = 1$.",
        "$p_1 = 0.5$, $p_2 = 0.3$, $p_3 = 0.4$ with $p_1 + p_2 + p_3 = 1$."
      ),
    ])
  func sentences(right: String, wrong: String) {
    #expect(!ConvictionTests.verdicts(right).contains("fails"))
    #expect(ConvictionTests.verdicts(wrong).contains("fails"))
  }

  @Test("a gradient of the cross-entropy holds for one-hot labels only")
  func shares() {
    let loss = #"$p_i = \frac{e^{z_i}}{\sum_{j=1}^{K} e^{z_j}}$ and $L = -\sum_{i=1}^{K} y_i \ln p_i$"#
    let gradient = #"$$\frac{\partial L}{\partial z_i} = p_i - y_i$$"#
    #expect(ConvictionTests.verdicts("\(loss) with one-hot labels:\n\n\(gradient)").last == "holds")
    #expect(ConvictionTests.verdicts("\(loss):\n\n\(gradient)").last == "undetermined")
    let wrong = gradient.replacing("p_i - y_i", with: "y_i - p_i")
    #expect(ConvictionTests.verdicts("\(loss) with one-hot labels:\n\n\(wrong)").last == "fails")
  }

  @Test(
    "an exercise, an iteration and another example do not contradict an equation",
    arguments: [
      "- $2x = 6$ gives $x = 3$\n- $5x = 10$ gives $x = 2$\n- $3x = 12$, so $x = 4$",
      "We solve $x^2 = 2$ with Newton's method. From $x = 1$ we get $x = 1.5$, then $x = 1.4167$.",
      "The equation $x^2 = 4$ has the solutions $x = 2$ and $x = -2$.",
      "We need $x + y = 10$. For example $x = 4$ and so $y = 6$.",
      "For $x > 1$ we have $x^2 > x$. For $0 < x < 1$ we have $x^2 < x$.",
      "Let $x = 2$. Then $x^2 = 4$. Another example: with $x = 3$ we get $x^2 = 9$.",
      "Choose $d$ with $$7 d \\equiv 1 \\pmod{20}$$ thus $d = 3$.",
      "With $b = 0$ and $d = 0$: $$\\begin{pmatrix} b \\\\ d \\end{pmatrix} = k \\begin{pmatrix} a \\\\ c \\end{pmatrix}$$",
      "For $A \\subset B$ we have $P(A) \\le P(B)$.",
      "A line $$y = x$$ meets the curve.\n\nFor two numbers $$\\frac{x + y}{2} \\ge \\sqrt{xy}$$",
    ])
  func innocent(text: String) {
    #expect(!ConvictionTests.verdicts(text).contains("fails"))
  }
}
