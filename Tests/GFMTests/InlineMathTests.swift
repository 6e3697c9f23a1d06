import GFM
import Testing

@Suite("Inline math")
struct InlineMathTests {
  @Test(
    "dollar signs around a formula keep Markdown out of it",
    arguments: [
      (#"$\hat{v}_t = \beta_2 v_{t-1}$"#, [#"\hat{v}_t = \beta_2 v_{t-1}"#]),
      ("$a_1*b*c_2$ and $x$", ["a_1*b*c_2", "x"]),
      (#"$a \\ b$"#, [#"a \\ b"#]),
      (#"$\$5$"#, [#"\$5"#]),
      ("*$x$*", ["x"]),
    ])
  func formula(text: String, formulas: [String]) {
    #expect(formulas == math(in: text))
  }

  @Test(
    "a dollar sign that opens no formula stays text",
    arguments: ["$5 and $6", "$ x$", "$x $", "`$x$`", #"\$x$"#, "$x", "$$"])
  func text(text: String) {
    #expect(math(in: text).isEmpty)
  }

  @Test("a formula stands in a table cell")
  func table() {
    #expect(math(in: "| a |\n|---|\n| $x_1$ |") == ["x_1"])
  }

  @Test("without the extension dollar signs are text")
  func extensionOff() {
    #expect(MarkdownDocument("$a_1$", extensions: .github).html() == "<p>$a_1$</p>\n")
  }

  private func math(in text: String) -> [String] {
    MarkdownDocument(text).tree.descendants.compactMap { node in
      if case .math(let latex) = node.kind { latex } else { nil }
    }
  }
}
