import Testing

@testable import Site

@Suite("The prose of exercises and questions")
struct ProseFragmentTests {
  private static func book(_ hint: String) throws -> SampleBook {
    try SampleBook([
      "01-a.md":
        "# A\n\n```question\nWhich?\n- [x] \(hint) — so\n- [ ] that\n---\nBecause.\n```\n"
    ])
  }

  @Test("raw HTML that a question may not have is reported at the question")
  func removed() throws {
    let book = try Self.book("this <script>x</script> <b onclick=x>y</b>")
    #expect(!book.text("a.html").contains("<script>x"))
    #expect(
      book.messages.map { $0.split(separator: ": ")[0] + ": " + $0.split(separator: ": ")[1] } == [
        "Chapters/01-a.md:3:1: warning", "Chapters/01-a.md:3:1: warning",
      ])
  }

  @Test("a choice has no paragraph in it, and code that shows one keeps it")
  func inline() throws {
    let page = try Self.book("*this* `<p>x</p>`").text("a.html")
    #expect(page.contains("<summary><em>this</em> <code>&lt;p&gt;x&lt;/p&gt;</code></summary>"))
  }

  @Test("answers that are withheld are not on the page, and their formulas are checked all the same")
  func withheld() throws {
    let text = "# A\n\n```question\nWhich?\n- [x] this — zqwhy\n- [ ] that\n---\nzqanswer $\\frac{a}$\n```\n"
    for (settings, isShown) in [("title: T\n", true), ("title: T\nsolutions: withheld\n", false)] {
      let book = try SampleBook(["01-a.md": text], settings: settings)
      let epub = book.epub.files.map { String(decoding: $0.data, as: UTF8.self) }.joined()
      for output in [epub, book.text("a.html")] {
        #expect(output.contains("zqwhy") == isShown && output.contains("zqanswer") == isShown)
        #expect(output.contains("this"))
      }
      #expect(book.messages.contains { $0.contains("the formula cannot be set") })
    }
  }

  @Test("a choice can have several lines, and every list of tasks is one of choices")
  func choices() throws {
    let text = """
      # A

      ```question
      Which?

      * [X] a long
      choice

        — zqwhy
      1. [ ] *other*
      - [a link](https://example.org) is no choice
      ```

      """
    let page = try SampleBook(["01-a.md": text]).text("a.html")
    #expect(page.contains("<summary>a long choice</summary><p>Right: zqwhy</p>"))
    #expect(page.contains("<summary><em>other</em></summary><p>Wrong.</p>"))
    #expect(page.contains(/class="prompt">.*is no choice.*class="choices"/.dotMatchesNewlines()))
  }

  @Test("on the single page only tags have other names, and the text of a style sheet stays")
  func anchors() {
    let html = Rendition.wholeBook("a").drawing(
      "<g clip-path=\"url(#c)\"><text>url(#c)</text></g><code>fill: url(#c)</code>")
    #expect(
      html
        == "<g clip-path=\"url(#a.c)\"><text>url(#c)</text></g><code>fill: url(#c)</code>")
  }
}
