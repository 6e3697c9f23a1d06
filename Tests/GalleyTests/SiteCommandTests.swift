import Foundation
import TestSupport
import Testing

@Suite("The site from the command line", .heavy)
struct SiteCommandTests {
  @Test("a chapter becomes a notebook with its prose, its code and its output")
  func notebook() throws {
    let book = try TemporaryBook([
      "01-a.md": """
      ---
      title: A chapter
      ---

      The answer is `{swift} 40 + 2`.[^note]

      [^note]: Not moved.

      ```swift-run
      //| label: sum
      print("text")
      1 + 1  // == 2
      ```

      ```math
      x^2
      ```

      """
    ])
    let result = try book.galley("export", "notebook")
    #expect(result.status == 0, "\(result.errors)")
    let json = try JSONSerialization.jsonObject(with: Data(book.read("export/notebook/01-a.ipynb").utf8))
    let notebook = try #require(json as? [String: Any])
    #expect(notebook["nbformat"] as? Int == 4)
    let cells = try #require(notebook["cells"] as? [[String: Any]])
    #expect(cells.map { $0["cell_type"] as? String } == ["markdown", "code", "markdown", "code", "markdown"])
    let title = try #require(cells[0]["source"] as? String)
    #expect(title.hasPrefix("# A chapter\n\n> ") && title.contains("a kernel for Swift"))
    #expect(cells[1]["source"] as? String == "import Notebook\nimport Optimizers")
    #expect(cells[2]["source"] as? String == "The answer is 42.[^note]\n\n[^note]: Not moved.")
    #expect(cells[3]["id"] as? String == "sum")
    #expect(cells[4]["source"] as? String == "$$\nx^2\n$$")
    let outputs = try #require(cells[3]["outputs"] as? [[String: Any]])
    #expect(outputs.map { $0["output_type"] as? String } == ["stream", "display_data"])
    #expect(outputs[0]["text"] as? String == "text\n")
    #expect((outputs[1]["data"] as? [String: String])?["text/plain"] == "2")
  }

  @Test("a link inside the book that leads nowhere is an error with its line")
  func links() throws {
    let book = try TemporaryBook([
      "01-a.md": "# A\n\n[x](https://example.invalid) [y](02-b.md)\n\n```swift-run\n1 // == 1\n```\n",
      "02-b.md": "# B\n\n```swift-run\n1 // == 1\n```\n",
    ])
    let good = try book.galley("check")
    #expect(good.status == 0, "\(good.errors)")
    #expect(!good.output.contains("example.invalid"))
    try book.write("02-b.md", "# B\n\n[gone](03-c.md), @fig-none\n\n```swift-run\n1 // == 1\n```\n")
    let bad = try book.galley("check")
    #expect(bad.status == 2)
    #expect(bad.errors.contains("Chapters/02-b.md:3:8: error: the link leads to '03-c.md'"))
    #expect(bad.errors.contains("Chapters/02-b.md:3:18: error: '@fig-none' refers to nothing"))
    #expect(try book.galley("build").status == 2)
    #expect(!book.exists("site/public"))
  }

  @Test("a chart's data is beside the site, and the whole book is on one page on request")
  func figures() throws {
    let book = try TemporaryBook([
      "01-a.md":
        "# A\n\nAs @fig-fall shows.\n\n```swift-run\n//| label: fig-fall\nChart { LineMark(x: .value(\"step\", [0, 1]), y: .value(\"loss\", [8, 4])) }\n```\n"
    ])
    try book.write("book.yml", "title: Test\nmodules: [SVGCharts]\n")
    let result = try book.galley("build", "--single-page")
    #expect(result.status == 0, "\(result.errors)")
    #expect(try book.read("site/public/figures/a-fig-fall.csv") == "step,loss\r\n0,8\r\n1,4\r\n")
    #expect(try book.read("site/public/figures/a-fig-fall.svg").contains("<style>"))
    #expect(try book.read("site/public/book.html").contains("<a class=\"reference\" href=\"#a.fig-fall\">"))
    #expect(try book.galley("build").status == 0)
    #expect(!book.exists("site/public/book.html"))
  }
}
