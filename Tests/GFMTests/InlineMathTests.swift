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
      ("$`a_1 * b_1`$ here", ["a_1 * b_1"]),
      ("价格从$5到$10，公式$a_1$和$a_2$。", ["a_1", "a_2"]),
      ("A price ($5)and($x$) here.", ["x"]),
      ("**$5** and *$x$* here.", ["x"]),
      (#"$\text{a $x$ b}$"#, [#"\text{a $x$ b}"#]),
      ("$[a, b]$ and $f[x](y)$", ["[a, b]", "f[x](y)"]),
      ("$a$$b$", ["a", "b"]),
      ("$a < b$ and $c > d$", ["a < b", "c > d"]),
      ("two lines $a\n= b$ here", ["a\n= b"]),
      ("$]0, 1[$ and $x$", ["]0, 1[", "x"]),
    ])
  func formula(text: String, formulas: [String]) {
    #expect(formulas == math(in: text))
  }

  @Test(
    "a dollar sign that opens no formula stays text",
    arguments: [
      "$5 and $6", "$ x$", "$x $", "`$x$`", #"\$x$"#, "$x", "$$",
      "Add $GOPATH/bin:$PATH to it", "It costs $7, and `a$b` is code and `c$d` too.",
      "The `$` sign costs $3, and `$` again.", "[costs $5](https://example.org/$a$)",
      "![costs $5](a.png) and $6", "costs $5 at <https://example.org/$> now", "US$5 and AU$6", "$$$x$$$",
    ])
  func text(text: String) {
    #expect(math(in: text).isEmpty)
  }

  @Test(
    "a formula before a letter is text, and a remark says so when it looks like one",
    arguments: ["$n$th", "$x^2$is"])
  func letterBehind(text: String) {
    #expect(math(in: text).isEmpty)
    #expect(MarkdownDocument(text).mathRemarks.count == 1)
  }

  @Test("a text full of dollar signs and braces is read in linear time")
  func hostile() {
    for text in ["${", "$`", "$a", "$$", "$[", "$<a:", "``$"] {
      _ = MarkdownDocument(String(repeating: text, count: 2_000)).tree
    }
  }

  @Test("a table cell can hold a formula")
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
