import Foundation
import Testing

@testable import Site

@Suite("A chapter as a notebook")
struct NotebookExportTests {
  @Test("a notebook has the formulas of its references in LaTeX")
  func notebook() throws {
    let book = try SampleBook([
      "01-a.md": "# A\n\n@k\n",
      "references.bib":
        "@misc{k, author = {K, D.}, year = 2015, title = {On $a<b$}, url = {https://a.org/x}}",
    ])
    let json = try NotebookExport.notebook(of: book.results[0], modules: [], in: (book.draft, 0))
    let text = String(decoding: json, as: UTF8.self)
    #expect(text.contains("“On $a<b$.” <a href=\\\"https://a.org/x\\\">https://a.org/x</a>"), "\(text)")
  }
}
