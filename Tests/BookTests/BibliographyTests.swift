import Testing

@testable import Book

@Suite("The bibliography")
struct BibliographyTests {
  @Test("entries are read with strings, quotes, braces, accents and comments around them")
  func entries() throws {
    let (entries, diagnostics) = read(
      #"""
      Anything outside of entries is a comment.
      @string{jmlr = "Journal of Machine Learning Research"}
      @Article{duchi2011,
        author  = {Duchi, John and Hazan, Elad and Singer, Yoram},
        title   = {Adaptive {S}ubgradient Methods},
        journal = jmlr, volume = 12, pages = "2121--2159", year = 2011,
      }
      @comment{ignored}
      @book(godel, author = "Kurt G{\"o}del and \'{E}mile \v{C}ech", title = {{\"U}ber}, date = {1931-01-02})
      """#)
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    #expect(entries.map(\.key) == ["duchi2011", "godel"])
    #expect(entries[0].kind == "article")
    #expect(entries[0].familyNames == ["Duchi", "Hazan", "Singer"])
    #expect(entries[0].authors(last: ", and ") == "Duchi, John, Elad Hazan, and Yoram Singer")
    #expect(entries[0].fields["title"] == "Adaptive Subgradient Methods")
    #expect(entries[0].fields["journal"] == "Journal of Machine Learning Research")
    #expect(entries[0].fields["pages"] == "2121–2159")
    #expect(entries[0].position.line == 3)
    #expect(entries[1].familyNames == ["Gödel", "Čech"])
    #expect(entries[1].fields["title"] == "Über")
    #expect(entries[1].year == "1931")
  }

  @Test("a Chinese name is not taken apart")
  func chinese() {
    let (entries, _) = read("@misc{a, author = {周志华}, title = {机器学习}, year = 2016}")
    #expect(entries.first?.familyNames == ["周志华"])
    #expect(entries.first?.authors(last: ", and ") == "周志华")
  }

  @Test(
    "a mistake is reported with its line",
    arguments: [
      ("@book{a,\n  title = {open\n", "3:1: error: not valid BibTeX: a brace is not closed"),
      ("@book{a,\n  title {x}}", "2:9: error: not valid BibTeX: there is no '=' after the field 'title'"),
      ("@book{,}", "1:7: error: not valid BibTeX: the entry has no key"),
      (
        "@book{a, year = 1}\n@book{a, year = 2}", "2:1: error: not valid BibTeX: the key 'a' is taken already"
      ),
      ("@book{a, title = \"x", "1:20: error: not valid BibTeX: a quote is not closed"),
    ])
  func mistakes(text: String, message: String) {
    let (_, diagnostics) = read(text)
    #expect(diagnostics.count == 1)
    #expect(diagnostics.first?.description.contains("references.bib:" + message) == true, "\(diagnostics)")
  }

  private func read(_ text: String) -> ([BibliographyEntry], [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let entries = BibTeXReader.entries(text, file: "Chapters/references.bib", &diagnostics)
    return (entries, diagnostics)
  }
}

@Suite("Settings of the site")
struct SiteSettingsTests {
  private let chapter = "---\ntitle: A\n---\n\n```text\n```\n"

  @Test("the address, redirects and the bibliography are read with the book")
  func settings() throws {
    let book = try TemporaryBook(
      ["01-new.md": chapter, "references.bib": "@misc{a, title = {T}}"],
      settings:
        "title: T\nurl: https://example.org/book/\nredirects:\n  old: new\nparts:\n  - {title: One, first: new}\n"
    )
    let settings = try #require(book.read().book?.settings)
    #expect(settings.url == "https://example.org/book")
    #expect(settings.redirects.map(\.old) == ["old"])
    #expect(settings.redirects.map(\.new) == ["new"])
    #expect(settings.parts.map(\.title) == ["One"])
    #expect(settings.parts.map(\.first) == ["new"])
    #expect(settings.bibliography.map(\.key) == ["a"])
  }

  @Test(
    "an impossible setting is an error with its line",
    arguments: [
      ("url: example.org", "book.yml:2:6: error: 'url' must be the address of the site"),
      (
        "redirects:\n  old: nwe",
        "book.yml:3:3: error: a redirect must lead to a chapter, not to 'nwe'; did you mean 'new'?"
      ),
      ("redirects:\n  new: new", "book.yml:3:3: error: the page 'new.html' exists"),
      (
        "appendices: nwe",
        "book.yml:2:13: error: 'appendices' must name a chapter, not 'nwe'; did you mean 'new'?"
      ),
      (
        "parts:\n  - title: One\n    first: nwe",
        "book.yml:4:12: error: 'first' of a part must name a chapter, not 'nwe'; did you mean 'new'?"
      ),
      (
        "parts: [{title: One, first: new}, {title: Two, first: new}]",
        "book.yml:2:55: error: the part that begins with 'new' begins before the part above it ends; list the parts"
      ),
      ("parts: [{title: One}]", "book.yml:2:9: error: a part lacks the key 'first'"),
      ("parts: [new]", "book.yml:2:9: error: a part must hold 'key: value' lines only"),
      ("products: [a, [b]]", "book.yml:2:15: error: 'products' must be a list of names"),
      ("traits: [{a: b}]", "book.yml:2:10: error: 'traits' must be a list of names"),
      ("redirects: [a]", "book.yml:2:12: error: 'redirects' must hold 'key: value' lines only"),
    ])
  func mistakes(line: String, message: String) throws {
    let reading = try TemporaryBook(["01-new.md": chapter], settings: "title: T\n\(line)\n").read()
    #expect(reading.book == nil)
    #expect(reading.diagnostics.contains { $0.description.contains(message) }, "\(reading.diagnostics)")
  }

  @Test("a chapter cannot have the name of a page that every book has")
  func reserved() throws {
    let reading = try TemporaryBook(["01-verification.md": chapter]).read()
    #expect(
      reading.diagnostics.contains { $0.message.contains("'verification.html' is reserved") })
  }
}
