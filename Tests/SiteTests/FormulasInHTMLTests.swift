import Testing

@testable import Site

@Suite("Formulas in raw HTML")
struct FormulasInHTMLTests {
  private static func page(_ text: String) throws -> (html: String, messages: [String]) {
    let book = try SampleBook(["01-a.md": "# A\n\n\(text)\n\n```text\n```\n"])
    return (book.text("a.html"), book.messages)
  }

  private static func isSet(_ latex: String, in html: String) -> Bool {
    html.contains("<annotation encoding=\"application/x-tex\">\(latex)</annotation>")
  }

  @Test(
    "the words of a block of HTML hold formulas, as on GitHub",
    arguments: [
      ("<figcaption>The loss of $x_1$ falls.</figcaption>", "x_1"),
      ("<table><tr><td>$|x|$</td></tr></table>", "|x|"),
      ("<details>\n<summary>$n$ steps</summary>\n</details>", "n"), ("<p>Here $`a_b`$ is</p>", "a_b"),
      ("<p>Here $a &lt; b$.</p>", "a &lt; b"), ("<div>\n$a\n+ b$\n</div>", "a\n+ b"),
      ("<div>\nof \\(c^2\\) it\n</div>", "c^2"), ("<div>\n<code>$a$</code> and $b$\n</div>", "b"),
    ])
  func setInBlocks(text: String, latex: String) throws {
    let page = try Self.page(text)
    #expect(Self.isSet(latex, in: page.html), "\(page.html)")
    #expect(!page.html.contains("$\(latex)$"))
  }

  @Test(
    "code, scripts, comments, attributes and amounts of money are no formulas",
    arguments: [
      "<pre>$x$</pre>", "<div><code>$x$</code></div>", "<div><kbd>$x$</kbd></div>",
      "<div><!-- $x$ -->a</div>", "<div title=\"$x$\">a</div>", "A line with <code>$x$</code> in it.",
      "<div>The price is $5 or $6.</div>", "<div>The price is \\$x\\$.</div>",
    ])
  func noFormulas(text: String) throws {
    let page = try Self.page(text)
    #expect(!page.html.contains("katex"), "\(page.html)")
    #expect(page.messages.isEmpty, "\(page.messages)")
  }

  @Test("a displayed formula in a block of HTML is judged, and has its line")
  func judged() throws {
    let text =
      "<div>\n\n<p>Here\n$$\n\\begin{aligned} a &= 2 + 2 \\\\ a &= 5 \\end{aligned}\n$$\nis</p>\n\n</div>"
    let book = try SampleBook(["01-a.md": "# A\n\n\(text)\n\n```text\n```\n"])
    let report = try #require(book.results.first?.report)
    #expect(report.formulas.count == 1)
    #expect(report.checks.contains { $0.verdict == .failed && $0.line == 7 }, "\(report.checks)")
    #expect(book.text("a.html").contains("</p><div class=\"formula"))
  }

  @Test("a formula that cannot be set and a formula before a letter are told with their lines")
  func told() throws {
    let unset = try Self.page("<div>\na\n$\\nothing$\n</div>")
    #expect(
      unset.messages.contains { $0.contains(":5:") && $0.contains("cannot be set") }, "\(unset.messages)")
    let book = try SampleBook(["01-a.md": "# A\n\n<div>\nthe $n$th\n</div>\n\n```text\n```\n"])
    #expect(book.text("a.html").contains("$n$th"))
  }

  @Test("words and stars around the formulas stay as they are")
  func rest() throws {
    let page = try Self.page("<p id=\"one\">**a** &amp; $x$, $y$; <b>c</b>\nd</p>")
    #expect(page.html.contains("<p id=\"one\">**a** &amp; <span class=\"katex\">"))
    #expect(page.html.contains("; <b>c</b>\nd</p>"))
    #expect(page.messages.isEmpty, "\(page.messages)")
  }
}
