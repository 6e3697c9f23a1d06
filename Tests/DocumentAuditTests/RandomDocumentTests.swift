import DocumentAudit
import FormulaInputs
import Foundation
import TestSupport
import Testing

@Suite("Random documents")
struct RandomDocumentTests {
  /// Signs of all formats, which random texts seldom have by themselves.
  static let signs = [
    "$", "$$", "\\(", "\\]", "```{math}\n", "```\n", ":::{math}\n", "\\begin{align}", "\\end{align}",
    ".. math::\n\n   ",
    ":math:`", "`", "::\n\n", "<math><annotation encoding=\"tex\">", "</math>", "<script>", "</script>",
    "&lt;",
    "![](https://i.upmath.me/svg/", "\\newcommand{\\a}{\\a\\a}", "\\a", "---\n", "<!-- galley: ", "-->",
    "\n\n",
    "{\"cells\":[{\"cell_type\":\"markdown\",\"source\":[\"", "\"]}]}", "\\input{x}",
    "% galley: given x = 1\n", "|",
  ]

  @Test(
    "random and truncated input does not crash or hang, in any format", arguments: DocumentFormat.allCases)
  func fuzz(format: DocumentFormat) {
    // FORMULAS_FUZZ_CASES=100000 runs the long version.
    let wanted = ProcessInfo.processInfo.environment["FORMULAS_FUZZ_CASES"].flatMap { Int($0) }
    var input = RandomInput(seed: 20_260_601)
    var choice = UInt64(20_260_601)
    var slowest = Duration.zero
    for _ in 0..<(wanted ?? 400) {
      var text = ""
      for _ in 0..<4 {
        choice = choice &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += Self.signs[Int(choice >> 33) % Self.signs.count] + input.next()
      }
      let elapsed = processorTime {
        _ = DocumentAuditor().audit(AuditSource(path: "x", text: text, format: format))
      }
      slowest = max(slowest, elapsed)
    }
    #expect(slowest < .seconds(2))
  }

  @Test("an equation between a function and its own limit is no definition to evaluate")
  func ownLimit() {
    let text = #"""
      $$f(a_n) < 0 \qquad f(b_n) \geq 0$$

      $$f(c) = \lim_{n\to\infty} f(a_n) \leq 0 \qquad f(c) = \lim_{n\to\infty} f(b_n) \geq 0$$

      As $f(c) \geq 0$ and $f(c) \leq 0$, we conclude $f(c) = 0$.
      """#
    let elapsed = processorTime { _ = DocumentAuditor().audit(path: "x.md", text: text) }
    #expect(elapsed < .seconds(2))
  }

  @Test("a paragraph of thousands of formulas does not take minutes")
  func longParagraph() {
    let text = String(repeating: "suppose $x = 2$, then ", count: 2500)
    let elapsed = processorTime { _ = DocumentAuditor().audit(path: "x.md", text: text) }
    #expect(elapsed < .seconds(20))
  }
}
