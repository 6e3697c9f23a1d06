import Foundation
import Runner
import Testing

@testable import Site

@Suite("The reference of modules")
struct SymbolTests {
  static let shapes = ModuleSymbols(
    name: "Shapes", digest: "1",
    symbols: [
      Symbol(
        usr: "s:circle", kind: "struct", path: ["Circle"],
        declaration: [
          Symbol.Piece(text: "struct", kind: "keyword"), Symbol.Piece(text: " ", kind: "text"),
          Symbol.Piece(text: "Circle", kind: "identifier"),
        ],
        documentation: "A round shape. See ``Circle/area(scale:)`` and <b>this</b>.",
        conformances: ["Sendable"]),
      Symbol(
        usr: "s:area", kind: "method", path: ["Circle", "area(scale:)"],
        declaration: [
          Symbol.Piece(text: "func area(scale: ", kind: "text"),
          Symbol.Piece(text: "Circle", kind: "typeIdentifier", usr: "s:circle"),
          Symbol.Piece(text: ") -> Double", kind: "text"),
        ],
        documentation: "- Parameter scale: The factor.\n- Returns: A number < 4."),
      Symbol(usr: "s:area2", kind: "method", path: ["Circle", "area(scale:)"], declaration: []),
      Symbol(usr: "s:double", kind: "method", path: ["Double", "half()"], declaration: []),
      Symbol(usr: "s:plus", kind: "func.op", path: ["+(_:_:)"], declaration: []),
    ])

  private func book(_ text: String) throws -> SampleBook {
    try SampleBook(["01-a.md": "# A\n\n\(text)\n"], modules: [Self.shapes])
  }

  @Test(
    "a name between two signs leads to its declaration, in each of its spellings",
    arguments: [
      ("Circle", "Circle"), ("Circle/area(scale:)", "Circle.area-scale"),
      ("Circle.area", "Circle.area-scale"),
      ("Shapes/Circle", "Circle"),
    ])
  func links(name: String, anchor: String) throws {
    let book = try book("Take ``\(name)``, not `Circle`.")
    #expect(
      book.text("a.html").contains(
        "<a class=\"symbol\" href=\"module.Shapes.html#\(anchor)\"><code>\(name)</code></a>, not <code>Circle</code>."
      ))
    #expect(book.text("module.Shapes.html").contains("id=\"\(anchor)\""))
    #expect(book.messages.isEmpty)
  }

  @Test("a name leads to the module's page in captions, and not inside of a link")
  func places() throws {
    let book = try book(
      "[the ``Circle``](https://example.org)\n\n```swift-run\n//| label: fig-a\n//| fig-cap: A ``Circle``.\nlet chart = 1\nchart\n```"
    )
    let links = book.text("a.html").matches(of: /<a class="symbol"/)
    #expect(links.count == 1)
  }

  @Test("an unknown name stays code, and a warning names its place and the nearest name")
  func unknown() throws {
    let book = try book("Take ``Circel`` and ``two words`` and ``` ``Circel`` ```.")
    #expect(book.text("a.html").contains("<code>Circel</code>"))
    #expect(
      book.messages == [
        "Chapters/01-a.md:3:8: warning: no module of the book declares 'Circel', so it is shown as plain code; did you mean '``Circle``'?"
      ])
  }

  @Test("the page of a module has every declaration once, with links, and no markup of comments runs")
  func page() throws {
    let page = try book("Text.").text("module.Shapes.html")
    let ids = page.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    for id in [
      "Circle", "Circle.area-scale", "Circle.area-scale-2", "extension-Double", "Double.half", "functions",
    ] {
      #expect(ids.contains(id), "\(id)")
    }
    #expect(page.contains("func area(scale: <a href=\"module.Shapes.html#Circle\">Circle</a>)"))
    #expect(page.contains("&lt;b&gt;this&lt;/b&gt;"))
    #expect(page.contains("<li><code>scale</code>: The factor.</li>"))
    #expect(page.contains("<strong>Returns:</strong> A number &lt; 4."))
    #expect(page.contains("Conforms to <code>Sendable</code>."))
  }

  @Test("types are listed by their names, whether their letters are large or small")
  func order() throws {
    let names = ["Adam", "AMSGrad", "SGD", "AdaDelta", "Éclair", "Dense"]
    let module = ModuleSymbols(
      name: "Rules", digest: "1",
      symbols: names.map { Symbol(usr: "s:\($0)", kind: "struct", path: [$0], declaration: []) })
    let book = try SampleBook(["01-a.md": "# A\n"], modules: [module])
    let sorted = ["AdaDelta", "Adam", "AMSGrad", "Dense", "Éclair", "SGD"]
    let titles = book.text("module.Rules.html").matches(of: /<h2 id="([^"]*)"/).map { String($0.1) }
    #expect(titles == sorted)
    #expect(book.text("modules.html").matches(of: /<dt>.*<code>(.*)<\/code>/).map { String($0.1) } == sorted)
  }

  @Test("every page of a book with modules leads to the reference; a book without has none")
  func contents() throws {
    let book = try book("Text.")
    #expect(book.text("a.html").contains("<a href=\"modules.html\">API reference</a>"))
    #expect(book.text("modules.html").contains("<dd>A round shape.</dd>"))
    let plain = try SampleBook(["01-a.md": "# A\n\nText.\n"])
    #expect(plain.pages.files["modules.html"] == nil)
    #expect(!plain.text("a.html").contains("modules.html"))
  }
}

@Suite("Types of names in listings")
struct PageNameTests {
  private func book(_ code: String, _ uses: [(CodeNames.Name, line: Int, offset: Int)]) throws -> SampleBook {
    var names = CodeNames()
    for (name, line, offset) in uses { names.add(name, line: line, offset: offset) }
    return try SampleBook(
      ["01-a.md": "# A\n\n```swift-run\n\(code)\n```\n"], modules: [SymbolTests.shapes], names: names)
  }

  @Test("each name has its card once on the page, and only its first link stops the Tab key")
  func cards() throws {
    let circle = CodeNames.Name(text: "Circle", type: "Circle.Type", usr: "s:circle", isType: true)
    let value = CodeNames.Name(text: "a", type: "[Circle<Int>]", usr: "")
    let book = try book(
      "let a = Circle()\nlet b = (a, Circle()) // a < b",
      [(circle, 0, 8), (value, 0, 4), (value, 1, 9), (circle, 1, 12)])
    let page = book.text("a.html")
    #expect(page.matches(of: /<span class="n1">a<\/span>/).count == 2)
    #expect(page.contains("<a class=\"n2\" href=\"module.Shapes.html#Circle\">"))
    #expect(page.contains("<a class=\"n2\" href=\"module.Shapes.html#Circle\" tabindex=\"-1\">"))
    #expect(page.contains("<link rel=\"stylesheet\" href=\"assets/names/a.css\">"))
    #expect(
      book.text("assets/names/a.css")
        == #".n1{--card:"a: [Circle<Int>]"}.n2{--card:"Circle\a A round shape."}"#)
  }

  @Test("no text of a card ends its string")
  func quoting() throws {
    let name = CodeNames.Name(text: "a", type: "\"}\\", usr: "")
    let sheet = try book("let a = 1", [(name, 0, 4)]).text("assets/names/a.css")
    #expect(sheet == #".n1{--card:"a: \"}\\"}"#)
  }

  @Test("a place that the listing does not have changes nothing")
  func strangePlaces() throws {
    let name = CodeNames.Name(text: "abc", type: "Int", usr: "")
    let page = try book("let a = 1", [(name, 7, 0), (name, 0, 8), (name, 0, 500)]).text("a.html")
    #expect(page.contains("<span class=\"keyword\">let</span> a = <span class=\"literal\">1</span>"))
  }
}
