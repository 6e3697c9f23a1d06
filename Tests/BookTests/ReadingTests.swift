import ElementaryNumerics
import Book
import GFM
import Testing

@Suite("A chapter is read")
struct ReadingTests {
  @Test("options are typed")
  func options() throws {
    let block = try #require(
      try chapter(
        """
        ```swift-run
        //| label: fig-loss
        //| echo: false
        //| output: false
        //| code-fold: true
        //| fig-cap: "Loss: it \\"falls\\""
        //| fig-alt: 'A line'
        //| tbl-cap: Rows
        //| timeout: 2.5
        //| expect: compile-error "cannot convert"
        let a = 1
        ```
        """)?.blocks.first)
    #expect(block.options.label == "fig-loss")
    #expect(!block.options.echo && !block.options.output && block.options.layer == .apparatus)
    #expect(block.options.figureCaption == #"Loss: it "falls""#)
    #expect(block.options.figureAlternative == "A line")
    #expect(block.options.tableCaption == "Rows")
    #expect(block.options.timeout == .seconds(2.5))
    #expect(block.options.expectation == .compileError("cannot convert"))
    #expect(block.code == "let a = 1")
    #expect(block.lines[0].position.line == 14)
  }

  @Test("a block in a list keeps its true columns")
  func columns() throws {
    let block = try #require(try chapter("- item\n\n  ```swift-run\n  let é = 1\n  ```\n")?.blocks.first)
    #expect(block.lines[0].text == "let é = 1")
    #expect(block.lines[0].position == SourcePosition(file: "Chapters/01-a.md", line: 7, utf8Column: 3))
  }

  @Test("hidden lines are kept but not shown")
  func hidden() throws {
    let body = "```swift-run\n\n// snippet.hide\nlet a = 1\n// snippet.show\n\nlet b = 2\n\n```\n"
    let block = try #require(try chapter(body)?.blocks.first)
    #expect(block.visibleLines.map(\.text) == ["let b = 2"])
    #expect(block.code.contains("let a = 1"))
  }

  @Test(
    "numbers in prose",
    arguments: [
      ("`{swift} theta[0], digits: 4`", "theta[0]", 4), ("`{swift} f(a, b)`", "f(a, b)", nil),
      ("`` {swift} a`b ``", "a`b", nil),
    ] as [(String, String, Int?)])
  func inlineValues(text: String, expression: String, digits: Int?) throws {
    let value = try #require(try chapter("Some \(text) text.\n")?.inlineValues.first)
    #expect(value.expression == expression)
    #expect(value.digits == digits)
    #expect(value.position.line == 4)
  }

  @Test("a number after a link definition has its true line")
  func inlinePosition() throws {
    let value = try #require(try chapter("[a]: http://b.org\n*x* `{swift} x`\n")?.inlineValues.first)
    #expect(value.position == SourcePosition(file: "Chapters/01-a.md", line: 5, utf8Column: 14))
  }

  @Test("the title comes from the front matter, or else from the first heading")
  func titles() throws {
    #expect(try chapter("# Other\n")?.title == "A")
    let reading = try TemporaryBook(["01-a.md": "# From *here*\n"]).read()
    #expect(reading.book?.chapters[0].title == "From *here*")
  }

  @Test("chapters come in the order of their names")
  func order() throws {
    let reading = try TemporaryBook(["10-c.md": "# C", "02-b.md": "# B", "01-a.md": "# A"]).read()
    #expect(reading.book?.chapters.map(\.slug) == ["a", "b", "c"])
  }

  @Test("any text is read without a crash, and a truncated one gives a diagnostic or a book")
  func fuzz() throws {
    var generator = SplitMix64(seed: 42)
    let pieces = [
      "```", "~~~", "swift-run", "math", "\n", "//| label: x", "//| echo: maybe", "> ", "- ", "    ",
      "`{swift} a`",
      "$x$", "|a|\n|-|\n", "---\n", "title: ", "\t", "é", "\u{0}", "[^1]: ", "<!--", "# ", "// snippet.show",
      "%|",
    ]
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 0..<30, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined()
      let reading = try TemporaryBook(["01-a.md": text]).read()
      #expect((reading.book == nil) == reading.diagnostics.contains { $0.severity == .error })
    }
  }
}
