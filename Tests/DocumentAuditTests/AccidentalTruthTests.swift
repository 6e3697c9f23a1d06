import Testing

@testable import DocumentAudit

/// Statements that are true only for a reading that the text does not support, each beside one that holds.
@Suite("No statement holds by accident")
struct AccidentalTruthTests {
  @Test(
    "the verdict stays open where the reading is uncertain",
    arguments: [
      // A condition or a range beside a value from elsewhere.
      DoubtTwins(
        "Binary variables take two values ($J=2$). Others take more than two values ($J\\geq 2$).",
        "So $3 \\geq 2$."),
      DoubtTwins(
        "- If $R = 0$, it converges at $x = c$\n- If $R > 0$, it converges for $|x - c| < R$",
        "So $|3 - 2| < 2$."),
      // Comparisons that large numbers refute.
      DoubtTwins("$x + y > -500$", "Thus $x^2 + y^2 \\ge 0$."),
      DoubtTwins("$x^2 - 4 \\neq 0$", "$3^2 - 4 \\neq 0$"),
      DoubtTwins("We have $H(k) \\le 2^{16^k}$.", "We have $5 \\le 2^{16}$."),
      DoubtTwins("It is definite if $x^T A x > 0$.", "We have $x^2 + 1 > 0$."),
      // Matrices and operators do not commute.
      DoubtTwins(
        "Let $A$ and $B$ be matrices. Then $AB = BA$ in general.",
        "Let $A$ and $B$ be matrices. Then $A + B = B + A$."),
      DoubtTwins(
        "$(A+B)^2 = A^2 + 2AB + B^2$ for square matrices.",
        "$(A+B)^2 = A^2 + AB + BA + B^2$ for square matrices."),
      DoubtTwins(
        "Let $X = \\begin{pmatrix} 0 & 1 \\\\ 1 & 0 \\end{pmatrix}$. Then $XY = Y \\otimes X$.",
        "Let $X = \\begin{pmatrix} 0 & 1 \\\\ 1 & 0 \\end{pmatrix}$. Then $X X = \\begin{pmatrix} 1 & 0 \\\\ 0 & 1 \\end{pmatrix}$."
      ),
      DoubtTwins("Then $\\|f\\|_{U^3} \\le \\|f\\|_{U^2}$.", "Then $|x + y| \\le |x| + |y|$."),
      // Values of one case.
      DoubtTwins(
        "Let $y = 1$ if $A$ occurs, else $y = 0$. Then $y^k = 5 y$.", "Let $y = 1$. Then $y^2 = 1$."),
      DoubtTwins(
        "At $t=0$ it is $c$. For other times,\n$$c k t = 5 c k t$$",
        "At $t=0$ it is $c$. Here\n$$3 t + 2 = 2$$"),
      DoubtTwins(
        "Let $v = 0$. Now let $v \\in V$ be arbitrary. Then $Tv = 3v$.", "Let $v = 0$. Then $3v = 0$."),
      // Dots, spaces, braces and fragments.
      DoubtTwins(
        "We have $a_1=\\dots = a_n=0$. Then $c_1 + \\dots + c_n = c_1 + c_n$.",
        "Then $c_1 + c_2 + c_3 = c_3 + c_2 + c_1$."),
      DoubtTwins(
        "$A=\\begin{bmatrix}1 0 0\\\\0 1 0\\\\0 0 1\\end{bmatrix}$\n\n$A = \\begin{bmatrix}1 0 0\\\\0 7 0\\\\0 0 1\\end{bmatrix}$",
        "$A=\\begin{bmatrix}1 & 2\\\\3 & 4\\end{bmatrix}$\n\nSo $A^2 = \\begin{bmatrix}7 & 10\\\\15 & 22\\end{bmatrix}$"
      ),
      DoubtTwins(
        "Here $\\{x\\}$ is the fractional part: $x_1 = \\{1 \\sqrt{2}\\} = 1.4142$.",
        "Here $x_1 = \\sqrt{2} = 1.4142$."),
      DoubtTwins("Some are $\\leq 3$ and others $\\geq 3$.", "Thus $4 \\geq 3$."),
    ])
  func open(twins: DoubtTwins) {
    #expect(ConvictionTests.verdicts(twins.innocent).last != "holds", "\(twins.innocent)")
    #expect(ConvictionTests.verdicts(twins.guilty).last == "holds", "\(twins.guilty)")
  }

  @Test("a definition of diagonal entries says nothing of the others, and ends no program")
  func diagonal() {
    let text =
      "We have $H_{ii} = \\frac{1}{k}$, so $\\sum_{i=1}^n H_{ii} = \\frac{n}{k}$ and $H_{12} = \\frac{1}{k}$."
    #expect(ConvictionTests.verdicts(text) == ["definition", "holds", "definition"])
  }
}
