import Foundation
import Testing

@testable import Site

@Suite("Fonts of formulas")
struct FontTests {
  private func book(_ formula: String) throws -> SampleBook {
    try SampleBook(["01-a.md": "# A\n\n\(formula)\n"])
  }

  /// The fonts that a page loads before its text.
  private func links(_ page: String) -> [String] {
    page.matches(of: /assets\/katex\/([A-Za-z0-9.\-]+)\.css/).map { String($0.1) }
  }

  @Test(
    "a page loads the fonts of its own formulas and no others",
    arguments: [
      ("x = 1", ["Main-Regular", "Math-Italic"]), ("1 + 2", ["Main-Regular"]),
      ("\\mathbb{R}", ["Main-Regular", "AMS-Regular"]),
      ("\\left(\\dfrac{1}{2}\\right)", ["Main-Regular", "Size3-Regular"]),
      ("\\sum 1", ["Main-Regular", "Size1-Regular"]),
      ("\\displaystyle\\sum 1", ["Main-Regular", "Size2-Regular"]),
      ("\\boldsymbol{x}\\mathcal{L}", ["Main-Regular", "Math-BoldItalic", "Caligraphic-Regular"]),
    ])
  func fonts(formula: String, files: [String]) throws {
    let book = try SampleBook(["01-a.md": "# A\n\n$\(formula)$\n", "02-b.md": "# B\n\n$\\mathfrak{F}$\n"])
    let page = book.text("a.html")
    #expect(links(page) == ["katex.min"] + files)
    let names = try #require(page.firstMatch(of: /data-fonts="([^"]*)"/)).1.split(separator: ",")
    #expect(names.count == files.count)
    let katex = try #require(KaTeXFiles.find())
    for file in files {
      let data = try Data(contentsOf: URL(fileURLWithPath: "\(katex.folder)/fonts/KaTeX_\(file).woff2"))
      #expect(
        book.text("assets/katex/\(file).css").contains("base64,\(data.base64EncodedString())"), "\(file)")
    }
    #expect(!book.text("assets/katex/katex.min.css").contains("@font-face"))
  }

  @Test("a page without formulas loads no sheet of KaTeX, unless the contents beside it have one")
  func none() throws {
    let book = try book("$x$")
    #expect(links(book.text("index.html")).isEmpty && !book.text("index.html").contains("data-fonts"))
    let titled = try SampleBook(["01-a.md": "# The $x$\n\nText.\n", "02-b.md": "# B\n\nText.\n"])
    #expect(links(titled.text("b.html")) == ["katex.min", "Main-Regular", "Math-Italic"])
  }

  @Test("each style with a font in KaTeX's style sheet is one of ours")
  func alphabets() throws {
    let katex = try #require(KaTeXFiles.find())
    let text = try String(contentsOfFile: katex.styleSheet, encoding: .utf8)
    let families = Set(text.matches(of: /\.katex \.\w+\{font-family:(KaTeX_\w+)/).map { String($0.1) })
    let classes = text.matches(of: /\.katex \.(\w+)\{font-family:KaTeX_/).map { " \($0.1)\"" }
    let all = KaTeXFonts(usedIn: ["class=\"katex\"" + classes.joined()])
    #expect(families.count > 5)
    for family in families { #expect(all.faces.contains { $0.name.hasSuffix("1em \(family)") }, "\(family)") }
  }
}
