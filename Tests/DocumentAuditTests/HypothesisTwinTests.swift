import Testing

/// Cases, hypotheses and examples of false statements, each beside a text that claims something wrong.
@Suite("Twins of hypotheses and cases")
struct HypothesisTwinTests {
  @Test(
    "another case in brackets is not the case of the text",
    arguments: [
      DoubtTwins(
        "若 $\\lim a_n = L > 0$（或 $L < 0$），则存在 $N$。证明：取 $\\varepsilon = \\frac{L}{2} > 0$，则有 $N$ 使得 $n > N$ 时 $|a_n - L| < \\frac{L}{2}$，即 $a_n > L - \\frac{L}{2} = \\frac{L}{2} > 0$。",
        "设 $L < 0$。则 $\\frac{L}{2} > 0$。"),
      DoubtTwins(
        "Let $a > 0$ (resp. $a < 0$). Then $$\\frac{a}{2} > 0$$",
        "Let $a < 0$. Then $$\\frac{a}{2} > 0$$"),
      DoubtTwins(
        "Let $a > 0$ (or $a < 0$). Then $$\\frac{a}{2} > 0$$",
        "Let $a < 0$ (or $a > 0$). Then $$\\frac{a}{2} > 0$$"),
      DoubtTwins(
        "For $a > 0$ (resp. $a < 0$) we have $a + 1 > 1$ (resp. $a + 1 < 1$). Hence $$\\frac{a}{3} > 0$$",
        "For $a > 0$ we have $$a + 1 < 1$$"),
    ])
  func otherCases(twins: DoubtTwins) { ScopeTwinTests.expect(twins) }

  @Test(
    "a comparison behind \"for\" opens a case of its own",
    arguments: [
      DoubtTwins(
        "For \\(-\\pi/2 < \\theta < 0\\), we have a bound; for \\(\\lvert \\theta \\rvert \\geq \\pi/2 > 1 \\geq \\lvert \\sin \\theta \\rvert\\) the bound is trivial.",
        "For \\(-\\pi/2 < \\theta < 0\\) we have \\(|\\theta| \\geq \\pi/2\\)."),
      DoubtTwins(
        "Let $0 < x < 1$. Then $x^2 < x$; for $x^2 \\geq 4$ the claim is clear.",
        "Let $0 < x < 1$. Then $$x^2 \\geq 4$$"),
      DoubtTwins(
        "设 $0 < x < 1$。则 $x^2 < x$；对于 $x^2 \\geq 4$，结论显然。",
        "设 $0 < x < 1$。则 $$x^2 \\geq 4$$"),
    ])
  func newCases(twins: DoubtTwins) { ScopeTwinTests.expect(twins) }

  @Test(
    "what follows from an impossible condition is no claim",
    arguments: [
      DoubtTwins(
        "For all $x>0$ we have $x^{-1}>0$. (Assume $x^{-1}\\leq 0$. Multiplying by $x>0$ gives $1=x^{-1}\\cdot x\\leq 0\\cdot x=0$.)",
        "For all $x>0$ we have $x^{-1}>0$. (Multiplying by $x>0$ gives $1=x^{-1}\\cdot x\\leq 0\\cdot x=0$.)"),
      DoubtTwins(
        "Für alle $x>0$ gilt $x^{-1}>0$. (Annahme: $x^{-1}\\leq 0$. Multiplikation mit $x>0$ gibt $1=x^{-1}\\cdot x\\leq 0\\cdot x=0$.)",
        "Für alle $x>0$ gilt $x^{-1}>0$. (Multiplying by $x>0$ gives $1=x^{-1}\\cdot x\\leq 0\\cdot x=0$.)"),
      DoubtTwins(
        "对所有 $x>0$ 有 $x^{-1}>0$。（反证：假设 $x^{-1}\\leq 0$。两边乘以 $x>0$ 得 $1=x^{-1}\\cdot x\\leq 0\\cdot x=0$。）",
        "对所有 $x>0$ 有 $x^{-1}>0$。（两边乘以 $x>0$ 得 $1=x^{-1}\\cdot x\\leq 0\\cdot x=0$。）"),
      DoubtTwins(
        "Let $x > 0$. Suppose $x + 1 \\leq 0$. Then\n\n$$1 = 1 + x - x \\leq -x < 0$$\n\nwhich is absurd.",
        "Let $x > 0$. Then\n\n$$1 + x \\leq 0$$"),
      DoubtTwins(
        "Soit $x > 0$. Supposons $x^2 < 0$. Alors $$1 = x^{-2} x^2 < 0$$",
        "Soit $x > 0$. Then $$1 = x^{-2} x^2 < 0$$"),
      DoubtTwins(
        "Let $x > 0$. Suppose $x + 1 \\leq 0$. Contradiction.\n\n# Next\n\nText.\n\nThus $2 + 2 = 4$.",
        "Let $x > 0$. Suppose $x + 1 \\leq 0$. Contradiction.\n\n# Next\n\nText.\n\nThus $2 + 2 = 5$."),
    ])
  func contradictions(twins: DoubtTwins) { ScopeTwinTests.expect(twins) }

  @Test(
    "texts in other languages call a statement false",
    arguments: [
      DoubtTwins(
        "- $5<7$ Wahr\n- $4<2$ Falsch\n- $3<1$: faux\n- $3<2$ è falso\n- $6<2$ (falsa)\n- $6<3$ ложь\n- $7<3$ ist nicht wahr",
        "- $5<7$ Wahr\n- $4<2$ Wahr")
    ])
  func languages(twins: DoubtTwins) { ScopeTwinTests.expect(twins) }
}
