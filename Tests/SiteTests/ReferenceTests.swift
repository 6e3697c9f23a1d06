import Testing

@testable import Site

@Suite("References")
struct ReferenceTests {
  static let figures = """
    # Figures

    ## Two ways {#sec-ways}

    ```swift-run
    //| label: fig-loss
    //| fig-cap: The loss.
    let chart = 1
    chart
    ```

    ```swift-run
    //| label: tbl-steps
    //| tbl-cap: The steps.
    2
    ```

    ```math
    %| label: eq-one
    x = 1
    ```

    """

  @Test("labels refer to figures, tables, equations and sections, also from other chapters")
  func across() throws {
    let book = try SampleBook([
      "01-figures.md": Self.figures,
      "02-b.md":
        "# B\n\nSee @fig-loss, (@tbl-steps), @eq-one. And @sec-ways; @sec-figures. [-@fig-loss] or [@fig-loss; @eq-one].\n\n```text\n```\n",
    ])
    #expect(book.messages.isEmpty, "\(book.messages)")
    let html = book.text("b.html").replacing("\u{A0}", with: " ")
    #expect(html.contains("See <a class=\"reference\" href=\"figures.html#fig-loss\">Figure 1.1</a>, ("))
    #expect(html.contains("href=\"figures.html#tbl-steps\">Table 1.1</a>)"))
    #expect(html.contains("href=\"figures.html#eq-one\">Equation 1.1</a>. And"))
    #expect(html.contains("href=\"figures.html#sec-ways\">chapter 1, “Two ways”</a>;"))
    #expect(html.contains("href=\"figures.html\">Chapter 1</a>."))
    #expect(html.contains("href=\"figures.html#fig-loss\">1.1</a> or"))
    #expect(html.contains("Figure 1.1</a>; <a"))
    let figures = book.text("figures.html")
    #expect(figures.contains("<figure id=\"fig-loss\" class=\"chart\">"))
    #expect(figures.contains("<h2 id=\"sec-ways\">Two ways <a"))
    #expect(figures.contains("Figure 1.1.</span> The loss."))
    #expect(figures.contains("<figure id=\"tbl-steps\">"))
    #expect(figures.contains("(1.1)</span>"))
    #expect(figures.matches(of: /id="fig-loss"/).count == 1)
  }

  @Test("appendices have letters instead of numbers, and so do the numbered things in them")
  func appendices() throws {
    let book = try SampleBook(
      [
        "01-b.md": "# B\n\nSee @fig-loss, @sec-ways and @sec-figures.\n\n```text\n```\n",
        "80-figures.md": Self.figures, "90-last.md": "# Last\n\n```text\n```\n",
      ], settings: "title: Test\nappendices: figures\n")
    #expect(book.messages.isEmpty, "\(book.messages)")
    let html = book.text("b.html").replacing("\u{A0}", with: " ")
    #expect(html.contains("href=\"figures.html#fig-loss\">Figure A.1</a>"))
    #expect(html.contains("href=\"figures.html#sec-ways\">appendix A, “Two ways”</a>"))
    #expect(html.contains("href=\"figures.html\">Appendix A</a>."))
    #expect(html.contains("<span class=\"chapter-number\">1</span> <span>B</span>"))
    #expect(html.contains("<span class=\"chapter-number\">B</span> <span>Last</span>"))
    #expect(book.text("last.html").contains("Appendix B"))
  }

  @Test("contents and cover show the parts, the chapters before them, and the appendices after them")
  func parts() throws {
    let chapters = ["a", "b", "c", "d", "e"].enumerated().map {
      ("0\($0)-\($1).md", "# \($1)\n\n```text\n```\n")
    }
    let settings = """
      title: Test
      appendices: e
      parts:
        - {title: One *first*, first: b}
        - {title: Two, first: d}

      """
    let book = try SampleBook(Dictionary(uniqueKeysWithValues: chapters), settings: settings)
    let order = ["a.html", "One <em>first</em>", "b.html", "c.html", "Two", "d.html", "Appendices", "e.html"]
    for (page, start) in [
      ("index.html", "<main"), ("a.html", "<nav class=\"contents\""), ("404.html", "<main"),
    ] {
      let html = book.text(page)
      let list = html[try #require(html.range(of: start)).lowerBound...]
      let places = order.map { list.range(of: $0)?.lowerBound ?? list.endIndex }
      #expect(places == places.sorted(), "\(page)")
      #expect(!places.contains(list.endIndex), "\(page)")
    }
  }

  @Test("after appendix Z comes AA")
  func letters() {
    let numbers = ChapterNumbers(firstAppendix: 2)
    #expect([0, 1, 2, 3, 27, 28, 53, 54].map { numbers[$0] } == ["1", "2", "A", "B", "Z", "AA", "AZ", "BA"])
  }

  @Test(
    "a reference or a link to nothing is an error with its line",
    arguments: [
      ("One\ntwo @fig-los.", "4:5: error: '@fig-los' refers to nothing; did you mean '@fig-loss'?"),
      ("[@nobody2020]", "3:2: error: 'references.bib' has no entry 'nobody2020'"),
      (
        "@tbl-block",
        "3:1: error: '@tbl-block' refers to a block that shows nothing with a number; give the block a 'tbl-cap'"
      ),
      (
        "[a](01-figuers.md)",
        "3:5: error: the link leads to '01-figuers.md', and there is no such chapter or file; did you mean '01-figures.md'?"
      ),
      (
        "[a](01-figures.md#sec-way)",
        "3:5: error: the link leads to '#sec-way', which is not on figures.html; did you mean 'sec-ways'?"
      ),
      ("x [a](#nowhere)", "3:7: error: the link leads to '#nowhere', which is not on b.html"),
      ("![a](picture.png)", "3:6: error: the link leads to 'picture.png'"),
      ("> [!NOTES]\n> x", "3:3: error: there is no admonition '[!NOTES]'; did you mean '[!NOTE]'?"),
    ])
  func broken(text: String, message: String) throws {
    let block = "\n\n```swift-run\n//| label: tbl-block\n3\n```\n"
    let book = try SampleBook(["01-figures.md": Self.figures, "02-b.md": "# B\n\n\(text)\(block)"])
    #expect(book.messages.count == 1)
    #expect(book.messages.first?.hasPrefix("Chapters/02-b.md:" + message) == true, "\(book.messages)")
  }

  @Test("an address, a decorator and a name are not references")
  func noReferences() throws {
    let book = try SampleBook([
      "01-a.md":
        "# A\n\nMail a@fig-loss.org, `@fig-loss`, @MainActor, \\[@x\\], [not @@]. [t](https://a.org/@fig-x)\n\n```text\n@fig-x\n```\n"
    ])
    #expect(book.messages.allSatisfy { $0.contains("'x'") }, "\(book.messages)")
    #expect(book.pages.externalLinks.map(\.url).contains("https://a.org/@fig-x"))
  }

  @Test("an escaped name in brackets is text, beside a citation, too")
  func escapedInBrackets() throws {
    let book = try SampleBook([
      "references.bib": "@misc{kingma, author = {Kingma, D.}, year = 2015, title = {Adam}}",
      "01-a.md": "# A\n\nOf [0@1]. See [\\@none1999] and [\\@none; @kingma].\n\n```text\n```\n",
    ])
    #expect(book.messages.isEmpty, "\(book.messages)")
    #expect(book.text("a.html").contains("See [@none1999] and [@none; Kingma"))
  }

  @Test("links to chapters lead to pages, links to files copy the file")
  func links() throws {
    let book = try SampleBook(
      [
        "01-figures.md": Self.figures, "data/a.csv": "1",
        "02-b.md":
          "# B\n\n[a](01-figures.md#two) [b](01-figures.md) [c](data/a.csv) [d](#more)\n\n## More\n\n```text\n```\n",
      ].merging(["01-figures.md": Self.figures + "\n## Two\n"]) { $1 })
    #expect(book.messages.isEmpty, "\(book.messages)")
    let html = book.text("b.html")
    #expect(html.contains("<a href=\"figures.html#two\">a</a> <a href=\"figures.html\">b</a>"))
    #expect(html.contains("<a href=\"files/data/a.csv\">c</a> <a href=\"#more\">d</a>"))
    #expect(book.text("files/data/a.csv") == "1")
  }

  @Test("citations name authors and year, and the references page names the chapters that cite")
  func citations() throws {
    let book = try SampleBook([
      "references.bib":
        "@article{kingma, author = {Kingma, D. and Ba, J.}, year = 2015, title = {Adam & more}, journal = {ICLR}}\n@misc{unused, title = {U}}",
      "01-a.md": "# A\n\nAs @kingma say [see @kingma, p. 4; -@kingma].\n\n```text\n```\n",
    ])
    #expect(book.messages.isEmpty, "\(book.messages)")
    let link = { (words: String) in "<a class=\"citation\" href=\"references.html#ref-kingma\">\(words)</a>" }
    #expect(
      book.text("a.html").contains(
        "As Kingma and Ba (\(link("2015"))) say (see \(link("Kingma and Ba 2015")), p. 4; \(link("2015")))."))
    let references = book.text("references.html")
    #expect(references.contains("Kingma, D., and J. Ba. 2015. “Adam &amp; more.” <cite>ICLR</cite>."))
    #expect(references.contains("<a href=\"a.html\">chapter 1</a>"))
    #expect(!references.contains("unused"))
  }

  @Test("the references are listed by their authors, whether their letters are large or small, then by year")
  func orderOfReferences() throws {
    let authors = ["Zeiler, M.", "de Vries, H.", "Émile, P.", "Duchi, J.", "Zeiler, M."]
    let entries = authors.enumerated().map { number, author in
      "@misc{k\(number), author = {\(author)}, year = \(2020 - number), title = {T}}"
    }
    let book = try SampleBook([
      "references.bib": entries.joined(separator: "\n"),
      "01-a.md": "# A\n\n@k0 @k1 @k2 @k3 @k4.\n\n```text\n```\n",
    ])
    let keys = book.text("references.html").matches(of: /id="ref-(k\d)"/).map { String($0.1) }
    #expect(keys == ["k1", "k3", "k2", "k4", "k0"])
  }
}
