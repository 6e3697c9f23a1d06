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
    ClaimTwins(
      "",
      #"C = \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} \begin{pmatrix} 1 & 0 \\ 0 & 2 \end{pmatrix} = \begin{pmatrix} 1 & 4 \\ 3 & 8 \end{pmatrix}"#,
      #"C = \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} \begin{pmatrix} 1 & 0 \\ 0 & 2 \end{pmatrix} = \begin{pmatrix} 1 & 4 \\ 3 & 7 \end{pmatrix}"#
    ),
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
    // Rules for functions and letters without a definition.
    ClaimTwins(
      "", #"\frac{d}{dx}[f(x) g(x)] = f'(x) g(x) + f(x) g'(x)"#,
      #"\frac{d}{dx}[f(x) g(x)] = f'(x) g(x) - f(x) g'(x)"#),
    ClaimTwins(
      "", #"\left(\frac{u}{v}\right)' = \frac{u'v - uv'}{v^2}"#,
      #"\left(\frac{u}{v}\right)' = \frac{u'v + uv'}{v^2}"#),
    ClaimTwins(
      "",
      #"\frac{dz}{dt} = \frac{\partial z}{\partial x}\frac{dx}{dt} + \frac{\partial z}{\partial y}\frac{dy}{dt}"#,
      #"\frac{dz}{dt} = \frac{\partial z}{\partial x}\frac{dx}{dt} + \frac{\partial z}{\partial y}\frac{dt}{dy}"#
    ),
    ClaimTwins(
      "", #"\frac{dy}{dx} = \frac{dy}{du} \frac{du}{dx}"#, #"\frac{dy}{dx} = \frac{dy}{du} \frac{dx}{du}"#),
    ClaimTwins(
      "On the curve $x^2 + 3y^2 = 7$:", #"\frac{dy}{dx} = -\frac{x}{3y}"#, #"\frac{dy}{dx} = \frac{x}{3y}"#),
    // Members of a sequence by its rule.
    ClaimTwins(
      "Let $a_1 = 3$ and $a_{n+1} = 2a_n - 1$.", "a_n = 2^n + 1", "a_n = 2^n - 1"),
    ClaimTwins(
      "$F_0 = 0$, $F_1 = 1$, $F_n = F_{n-1} + F_{n-2}$", "F_{2k} = F_k(F_{k+1} + F_{k-1})",
      "F_{2k} = F_k(F_{k+1} - F_{k-1})"),
    // Means and deviations of random variables, a quotient with its remainder, an adjugate, a mean of data.
    ClaimTwins(
      "For independent $X$ and $Y$:", #"\sigma_{X - Y} = \sqrt{\sigma_X^2 + \sigma_Y^2}"#,
      #"\sigma_{X - Y} = \sigma_X - \sigma_Y"#),
    ClaimTwins("", #"47 / 5 = 9 \dots 2"#, #"47 / 5 = 9 \dots 3"#),
    ClaimTwins(
      "",
      #"\operatorname{adj}\begin{pmatrix} 2 & 1 \\ 3 & 5 \end{pmatrix} = \begin{pmatrix} 5 & -1 \\ -3 & 2 \end{pmatrix}"#,
      #"\operatorname{adj}\begin{pmatrix} 2 & 1 \\ 3 & 5 \end{pmatrix} = \begin{pmatrix} 5 & 1 \\ -3 & 2 \end{pmatrix}"#
    ),
    // Mixed numbers, repeating decimals, remainders, units, compound interest.
    ClaimTwins("", #"2\frac{1}{2} \cdot 4 = 10"#, #"2\frac{1}{2} \cdot 4 = 9"#),
    ClaimTwins("", #"0.\overline{27} = \frac{3}{11}"#, #"0.\overline{27} = \frac{2}{11}"#),
    ClaimTwins("", #"0.1\overline{6} = \frac{1}{6}"#, #"0.1\overline{6} = \frac{4}{25}"#),
    ClaimTwins("", #"7^4 \equiv 1 \pmod{10}"#, #"7^4 \equiv 3 \pmod{10}"#),
    ClaimTwins(
      "With $P = 1000$, $r = 0.05$ and $n = 2$ we get", "P(1 + r)^n = 1102.5", "P(1 + r)^n = 1100"),
    // Data of a table.
    ClaimTwins(
      "| $i$ | $x_i$ |\n|---|---|\n| 1 | 2 |\n| 2 | 4 |\n| 3 | 9 |", #"\bar{x} = 5"#, #"\bar{x} = 6"#),
    ClaimTwins(
      "| $k$ | 1 | 2 | 3 |\n|---|---|---|---|\n| $p_k$ | 0.2 | 0.3 | 0.5 |", #"\sum_{k=1}^3 k p_k = 2.3"#,
      #"\sum_{k=1}^3 k p_k = 2.5"#),
    // Distributions and events.
    ClaimTwins(
      #"$X \sim \text{Exp}(\lambda)$"#, #"\operatorname{Var}(X) = \frac{1}{\lambda^2}"#,
      #"\operatorname{Var}(X) = \frac{1}{\lambda}"#),
    ClaimTwins(
      #"$X \sim \mathcal{N}(\mu, \sigma^2)$"#, #"\operatorname{Var}(X) = \sigma^2"#,
      #"\operatorname{Var}(X) = \sigma"#),
    ClaimTwins(#"$X \sim \text{Bin}(4, 0.5)$"#, "P(X = 2) = 0.375", "P(X = 2) = 0.25"),
    ClaimTwins(#"$X \sim \text{Geom}(0.25)$"#, "E[X] = 4", "E[X] = 3.5"),
    ClaimTwins("$P(A) = 0.35$", "P(A^c) = 0.65", "P(A^c) = 0.75"),
    ClaimTwins(
      "已知 $P(A) = 0.4$，$P(B) = 0.5$，$A$ 与 $B$ 相互独立。", #"P(A \cap B) = 0.2"#, #"P(A \cap B) = 0.9"#),
    ClaimTwins(
      "The events are disjoint with $P(A) = 0.2$ and $P(B) = 0.3$.", #"P(A \cup B) = 0.5"#,
      #"P(A \cup B) = 0.44"#),
    // Derivatives and values of a function that the text has just defined.
    ClaimTwins(
      "$f(x, y) = x^2y^3$", #"\frac{\partial^2 f}{\partial x \partial y} = 6xy^2"#,
      #"\frac{\partial^2 f}{\partial x \partial y} = 6x^2y"#),
    ClaimTwins("", #"(t^2 \sin t)' = 2t \sin t + t^2 \cos t"#, #"(t^2 \sin t)' = 2t \cos t"#),
    ClaimTwins(
      #"$f(x) = \begin{cases} x^2 & x \ge 0 \\ -x & x < 0 \end{cases}$"#, "f(-3) = 3", "f(-3) = 9"),
    ClaimTwins("Let $x = [2, 4, 9]$.", #"\bar{x} = 5"#, #"\bar{x} = 6"#),
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
    #expect(verdicts == [.holds, .fails], "\(twins.wrong)")
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
      // A side between two equal sides of a chain.
      (
        "$$(t + 1)^2 - (t - 1)^2 = t^2 + 2t + 1 - t^2 + 2t - 1 = 4t$$",
        "$$(t + 1)^2 - (t - 1)^2 = t^2 + 2t + 1 - t^2 - 2t - 1 = 4t$$"
      ),
      (
        "The system $x + 2y = 8$, $3x - y = 3$ has the solution $$x = 2, \\quad y = 3$$",
        "The system $x + 2y = 8$, $3x - y = 3$ has the solution $$x = 3, \\quad y = 2$$"
      ),
      ("The ratio is 10 : 4 = 2.5 here.", "The ratio is 10 : 4 = 2.6 here."),
      ("计算：17 ÷ 5 = 3……2。", "计算：17 ÷ 5 = 3……3。"),
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

  @Test(
    "a statement that follows from another one holds, and one that does not follow does not",
    arguments: [
      ("With $x + y = 1$ we get $x^2 - y^2 = x - y$.", "With $x + y = 1$ we get $x^2 - y^2 = x + y$."),
      (
        "$2I = 3A - A^2$, so $A^{-1} = \\frac{1}{2}(3I - A)$.",
        "$2I = 3A - A^2$, so $A^{-1} = \\frac{1}{2}(I - A)$."
      ),
      ("By Fermat $a^{p-1} \\equiv 1 \\pmod p$.", "By Fermat $a^{p} \\equiv 1 \\pmod p$."),
      (
        "$\\sigma_{X+Y}^2 = \\sigma_X^2 + \\sigma_Y^2$ for independent variables: $X$ and $Y$ are independent, so $\\sigma_{X+Y} = \\sqrt{\\sigma_X^2 + \\sigma_Y^2}$.",
        "In general $\\sigma_{X+Y} = \\sqrt{\\sigma_X^2 + \\sigma_Y^2}$."
      ),
      ("We use $N - 1 = 6$ instead of $N = 7$.", "We use $N - 1 = 5$ instead of $N = 7$."),
      ("$$v = \\frac{1}{1 - 0 . 9} = 1 0$$", "$$v = \\frac{1}{1 - 0 . 9} = 1 1$$"),
      (
        "$$\\sum_{n=s}^{t} f(n) = \\sum_{n=0}^{t-s} f(t - n)$$",
        "$$\\sum_{n=s}^{t} f(n) = \\sum_{n=0}^{t-s} f(s - n)$$"
      ),
    ])
  func consequences(right: String, wrong: String) {
    #expect(ConvictionTests.verdicts(right).last(where: { $0 != "definition" }) == "holds", "\(right)")
    #expect(ConvictionTests.verdicts(wrong).last(where: { $0 != "definition" }) != "holds", "\(wrong)")
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
      "Let $a_1 = 1$ and $a_{n+1} = 2a_n$. Another sequence is $a_n = 3n$.",
      "The circles $x^2 + y^2 = 4$ are crossed by curves that satisfy $$\\frac{dy}{dx} = \\frac{y}{x}$$",
      "The populations obey $$\\frac{dS}{dt} = -\\frac{dI}{dt}$$",
      "Suppose $a b = 0$. Then $a c = 0$ or $b = 0$.",
      "Are $A$ and $B$ independent? Given $P(A) = 0.4$ and $P(B) = 0.5$. We find $$P(A \\cap B) = 0.1$$",
      "The proportion 3 : 2 = 6 : 4 and odds of 1 : 4 = 20%.",
      "Let $X \\sim \\text{Exp}(2)$. Then $E[X] = 2$.",
      "$$\\sqrt{(p + q)^2} = p + q = \\sqrt{p^2 + 2pq + q^2}$$",
      "A line $$y = x$$ meets the curve.\n\nFor two numbers $$\\frac{x + y}{2} \\ge \\sqrt{xy}$$",
    ])
  func innocent(text: String) {
    #expect(!ConvictionTests.verdicts(text).contains("fails"))
  }
}
