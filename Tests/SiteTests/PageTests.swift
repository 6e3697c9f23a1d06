import Foundation
import Testing

@testable import Site

@Suite("Pages")
struct PageTests {
  private let plain =
    "# A\n\nSome *words* on 优化器.\n\n## Second\n\nMore `{swift} 41 + 1` here.\n\n```swift-run\n1 // == 42\n```\n"

  @Test("the head of a column without a title is an ordinary cell")
  func emptyHeads() throws {
    for line in ["---", "--:", ":-:"] {
      let book = try SampleBook([
        "01-a.md":
          "# A\n\n| | one | |\n|\(line)|---|\(line)|\n| two | 3 | 4 |\n\n<table><tr><th></th></tr></table>\n"
      ])
      let page = book.text("a.html")
      #expect(page.contains("<tr>\n<td></td>\n<th>one</th>\n<td></td>\n</tr>"))
      #expect(page.contains("<table><tr><th></th></tr></table>"))
    }
    let table = TableRenderer.html(columns: ["", "one"], rows: [["two", "3"]])
    #expect(table.contains("<tr><td></td><th scope=\"col\" class=\"number\">one</th></tr>"))
  }

  @Test("a figure is a file of its own beside its data, and its page carries no style sheet in it")
  func figures() throws {
    let book = try SampleBook(["01-a.md": ReferenceTests.figures])
    #expect(book.text("figures/a-fig-loss.csv") == "step,loss\n0,1\n")
    #expect(book.text("figures/a-fig-loss.svg").hasPrefix("<svg class=\"svg-chart svg-chart-wide\">"))
    #expect(book.text("figures/a-fig-loss.svg").contains("<style>.a{}</style>\n</svg>"))
    let html = book.text("a.html")
    #expect(html.contains("<a href=\"figures/a-fig-loss.csv\" download>data"))
    #expect(!html.contains("<style>"))
  }

  @Test("an admonition is a quote with a title, in GitHub's five kinds")
  func admonitions() throws {
    let book = try SampleBook([
      "01-a.md":
        "# A\n\n> [!WARNING]\n> Mind *this*.\n\n> [!tip]\n>\n> That.\n\n> [!NOTE] not alone\n\n```text\n```\n"
    ])
    let html = book.text("a.html")
    #expect(book.messages.isEmpty, "\(book.messages)")
    #expect(html.contains("<p class=\"admonition-title\">Warning</p>\n<p>Mind <em>this</em>.</p>"))
    #expect(
      html.contains("<p class=\"admonition-title\">Tip</p>\n\n<p>That.</p>")
        || html.contains("Tip</p>\n<p>That.</p>"))
    #expect(html.contains("<blockquote>\n<p>[!NOTE] not alone</p>"))
  }

  @Test("the Verification page has every check with its place")
  func verification() throws {
    let html = try SampleBook(["01-a.md": plain]).text("verification.html")
    #expect(html.contains("<tr id=\"chapter-1-check-1\" class=\"check passed\""))
    #expect(html.contains("<a href=\"a.html#line-10\">10</a>"))
    #expect(try SampleBook(["01-a.md": plain]).text("a.html").contains("<span id=\"line-10\">"))
  }

  @Test("a failed check is reported in words at the top, in the contents and on the first page")
  func failures() throws {
    let book = try SampleBook(["01-a.md": plain.replacing("// == 42", with: "// == 43")])
    #expect(
      book.text("a.html").contains(
        "<p class=\"failure\"><strong>Fails:</strong> <a href=\"#line-10\">line 10</a>"))
    #expect(book.text("a.html").contains("<span class=\"has-failed\">fails</span>"))
    #expect(book.text("index.html").contains("1 of 1 check fail"))
  }

  @Test("the search index holds each section with its words, computed numbers and all")
  func search() throws {
    let script = try SampleBook(["01-a.md": plain]).text("assets/search-index.js")
    let json = try #require(script.wholeMatch(of: /self\.galleySearchIndex=(.*);\n/)).1
    let entries = try JSONDecoder().decode([SearchIndex.Entry].self, from: Data(json.utf8))
    #expect(entries.map(\.u) == ["a.html", "a.html#second"])
    #expect(entries[0].t == "Some words on 优化器.")
    #expect(entries[1].s == "Second")
    #expect(entries[1].t == "More 42 here.")
    #expect(entries[1].k == "1 // == 42")
  }

  @Test("the search index says what references and formulas say, and has no marks of Markdown or LaTeX")
  func searchWords() throws {
    let chapter = """
      # A

      It follows @sec-b and [@sec-b; @eq-rate] at a@b.org:

      ```math
      %| label: eq-rate
      \\begin{aligned} v &= \\rho v \\\\ w &= 1 \\end{aligned}
      ```
      """
    let script = try SampleBook(["01-a.md": chapter, "02-b.md": "# B\n"]).text("assets/search-index.js")
    #expect(
      script.contains(
        "It follows Chapter 2 and Chapter 2; Equation 1.1 at a@b.org: v = ρ v w = 1"), "\(script)")
  }

  @Test("with an address there are canonical links and a site map, without one there are none")
  func address() throws {
    let here = try SampleBook(
      ["01-a.md": plain], settings: "title: T\nurl: https://a.org/b\nredirects:\n  old: a\n")
    #expect(here.text("a.html").contains("<link rel=\"canonical\" href=\"https://a.org/b/a.html\">"))
    #expect(here.text("sitemap.xml").contains("<loc>https://a.org/b/verification.html</loc>"))
    #expect(here.text("404.html").contains(" data-base=\"https://a.org/b/\">"))
    #expect(here.text("old.html").contains("content=\"0; url=a.html\""))
    let nowhere = try SampleBook(["01-a.md": plain])
    #expect(nowhere.pages.files["sitemap.xml"] == nil)
    #expect(!nowhere.text("a.html").contains("canonical"))
  }

  @Test("every page has a policy that blocks other sites, and requests nothing from other sites")
  func policy() throws {
    let book = try SampleBook(["01-a.md": plain], hasSinglePage: true)
    for (name, data) in book.pages.files where name.hasSuffix(".html") {
      let html = String(decoding: data, as: UTF8.self)
      #expect(html.contains("default-src 'none'; script-src 'self' 'sha256-"), "\(name)")
      #expect(!html.contains(/(src|<link[^>]*href)="(https?:)?\/\//), "\(name)")
      #expect(!html.contains(/\son[a-z]+="/), "\(name)")
    }
  }

  @Test("in the one-page book every anchor is unique, and links between chapters stay on the page")
  func single() throws {
    let book = try SampleBook(
      [
        "01-a.md": plain, "02-b.md": "# B\n\n[a](01-a.md#second) [b](#second)\n\n## Second\n\n```text\n```\n",
      ],
      hasSinglePage: true)
    let html = book.text("book.html")
    #expect(html.contains("<h2 id=\"a.second\">"))
    #expect(html.contains("<h2 id=\"b.second\">"))
    #expect(html.contains("<a href=\"#a.second\">a</a> <a href=\"#b.second\">b</a>"))
    let ids = html.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
    #expect(ids.count == Set(ids).count)
    #expect(try SampleBook(["01-a.md": plain]).pages.files["book.html"] == nil)
  }

  @Test("the book's own theme replaces the default one file by file, and may add files")
  func theme() throws {
    let book = try SampleBook([
      "01-a.md": plain, "theme/style.css": "body{}", "theme/fonts/a.woff2": "f",
      "theme/templates/missing.mustache": "gone: {{title}}",
    ])
    #expect(book.text("assets/style.css") == "body{}")
    #expect(book.text("assets/fonts/a.woff2") == "f")
    #expect(book.text("404.html") == "gone: There is no such page")
    #expect(book.text("assets/script.js").contains("'use strict'"))
  }

  @Test("a heading with the same name as a block's label gets another anchor")
  func headingLikeLabel() throws {
    let html = try SampleBook([
      "01-a.md": "# A\n\n## Noise\n\n```swift-run\n//| label: noise\n1\n```\n"
    ]).text("a.html")
    #expect(html.contains("<h2 id=\"noise-1\">") && html.matches(of: /id="noise"/).count == 1)
  }

  @Test("our own script stays below 20 kB")
  func script() throws {
    let size = try SampleBook(["01-a.md": plain]).pages.files["assets/script.js"]?.count ?? 0
    #expect(size > 0 && size <= 20_000)
  }
}
