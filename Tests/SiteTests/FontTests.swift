import Foundation
import Testing

@testable import Site

@Suite("Fonts of formulas")
struct FontTests {
  private func book(_ formula: String) throws -> SampleBook {
    try SampleBook(["01-a.md": "# A\n\n\(formula)\n"])
  }

  @Test("fonts that formulas use are embedded in the style sheet; the others stay files")
  func embedding() throws {
    let book = try book("$x + \\mathbb{R}$")
    let styleSheet = book.text("assets/katex/katex.min.css")
    let katex = try #require(KaTeXFiles.find())
    for (file, isUsed) in [
      ("Main-Regular", true), ("Math-Italic", true), ("AMS-Regular", true), ("Fraktur-Bold", false),
    ] {
      let data = try Data(contentsOf: URL(fileURLWithPath: "\(katex.folder)/fonts/KaTeX_\(file).woff2"))
      #expect(styleSheet.contains("base64,\(data.base64EncodedString())") == isUsed, "\(file)")
      #expect((book.pages.files["assets/katex/fonts/KaTeX_\(file).woff2"] == nil) == isUsed, "\(file)")
    }
  }

  @Test("a page with formulas names the fonts to load, a page without any loads none")
  func names() throws {
    let book = try book("$\\boldsymbol{x}$ and $\\mathcal{L}$")
    let names = try #require(book.text("a.html").firstMatch(of: /data-fonts="([^"]*)"/)).1.split(
      separator: ",")
    #expect(names.count == 8)
    #expect(names.contains("italic 700 1em KaTeX_Math") && names.contains("1em KaTeX_Caligraphic"))
    #expect(!book.text("index.html").contains("data-fonts"))
  }

  @Test("a book without formulas carries no font in its style sheet")
  func none() throws {
    let book = try book("No formula.")
    #expect(!book.text("assets/katex/katex.min.css").contains("base64"))
    #expect(!book.text("a.html").contains("data-fonts"))
  }

  @Test("each style with a font in KaTeX's style sheet is one of ours, or stays a file")
  func alphabets() throws {
    let katex = try #require(KaTeXFiles.find())
    let text = try String(contentsOfFile: katex.styleSheet, encoding: .utf8)
    let families = Set(text.matches(of: /\.katex \.\w+\{font-family:(KaTeX_\w+)/).map { String($0.1) })
    let classes = text.matches(of: /\.katex \.(\w+)\{font-family:KaTeX_/).map { " \($0.1)\"" }
    let all = KaTeXFonts(usedIn: ["class=\"katex\"", classes.joined()])
    #expect(families.count > 5)
    for family in families { #expect(all.faces.contains { $0.name.hasSuffix("1em \(family)") }, "\(family)") }
  }
}
