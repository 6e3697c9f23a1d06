import Foundation
import Testing

@testable import Site

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("A book as EPUB")
struct EPUBTests {
  private static let chapters = [
    "01-a.md": """
    # A & B

    A value $x^2$, see @sec-notes, @fig-one, [the other](02-b.md#end) and @kahan1965. An *entity* &nbsp; and 1 < 2.

    ```swift-run
    //| label: fig-one
    //| fig-cap: A chart
    let chart = 1
    chart
    ```

    ```math
    y = \\sqrt{2}
    ```

    ```swift-run
    1 // == 42
    ```

    ## Notes {#sec-notes}

    | a | b |
    | :- | -: |
    | 1 | $z$ |

    <br><img src="picture.png" alt="a > b"> <a name="old"></a> ![remote](https://example.org/a.png)
    """,
    "02-b.md": "# B\n\nBack to [A](01-a.md). A [file](data.csv).\n\n## End {#end}\n\n- [x] done\n",
    "references.bib":
      "@article{kahan1965, author = {Kahan, William}, title = {Remarks & more}, year = {1965}}",
    "data.csv": "1,2\n", "picture.png": "not really",
  ]

  private func files(_ chapters: [String: String] = Self.chapters) throws -> [String: Data] {
    return Dictionary(try SampleBook(chapters).epub.files.map { ($0.name, $0.data) }) { first, _ in first }
  }

  @Test("every page is well-formed XML, and every link leads to a place of the book")
  func wellFormed() throws {
    let files = try files()
    var anchors: Set<String> = []
    var links: [(from: String, to: String)] = []
    for (name, data) in files where name.hasSuffix(".xhtml") || name.hasSuffix(".opf") {
      let reader = PageReader(name)
      let parser = XMLParser(data: data)
      parser.delegate = reader
      #expect(
        parser.parse(), "\(name): \(parser.parserError.map { "\($0)" } ?? "") line \(parser.lineNumber)")
      #expect(Set(reader.anchors).count == reader.anchors.count, "\(name) has an anchor twice")
      anchors.formUnion([name] + reader.anchors.map { "\(name)#\($0)" })
      links += reader.links.map { (name, $0) }
    }
    for (from, to) in links where !to.hasPrefix("http") {
      let target = to.hasPrefix("#") ? from + to : to
      #expect(anchors.contains(target) || files[target] != nil, "\(from) links to \(to)")
    }
    #expect(
      links.contains { $0.to == "b.xhtml#end" }
        && links.contains { $0.to == "references.xhtml#ref-kahan1965" })
  }

  @Test("formulas are MathML, charts are SVG, marks are signs, and nothing needs the site")
  func content() throws {
    let page = String(decoding: try #require(try files()["a.xhtml"]), as: UTF8.self)
    #expect(page.contains("<math xmlns=\"http://www.w3.org/1998/Math/MathML\""))
    #expect(
      !page.contains("katex-html") && !page.contains("svg-chart-narrow") && page.contains("svg-chart-wide"))
    #expect(page.contains("<span class=\"mark passed\""))
    #expect(page.contains("<td style=\"text-align:right\""))
    #expect(page.contains("alt=\"a &gt; b\"") && !page.contains("example.org") && !page.contains("tabindex"))
    let package = String(decoding: try #require(try files()["package.opf"]), as: UTF8.self)
    #expect(package.contains("properties=\"mathml svg\"") && package.contains("href=\"files/picture.png\""))
    #expect(package.contains("<meta property=\"dcterms:modified\">1970-01-01T00:00:00Z</meta>"))
  }

  @Test("the archive begins as a reader expects, is read by other programs, and is the same twice")
  func archive() throws {
    let book = try SampleBook(Self.chapters)
    let epub = book.draft.epub(modified: Date(timeIntervalSince1970: 0))
    #expect(epub.dropFirst(30).starts(with: Data("mimetypeapplication/epub+zip".utf8)))
    #expect(try SampleBook(Self.chapters).draft.epub(modified: Date(timeIntervalSince1970: 0)) == epub)
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).epub")
    defer { try? FileManager.default.removeItem(at: file) }
    try epub.write(to: file)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-m", "zipfile", "-t", file.path]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  /// Collects the anchors and links of a page.
  private final class PageReader: NSObject, XMLParserDelegate {
    let page: String
    var anchors: [String] = []
    var links: [String] = []

    init(_ page: String) { self.page = page }

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String] = [:]
    ) {
      if let id = attributes["id"] { anchors.append(id) }
      if let link = attributes["href"] ?? attributes["src"] { links.append(link) }
    }
  }
}

@Suite("HTML as XHTML")
struct XHTMLWriterTests {
  private func written(_ html: String) -> String { XHTMLWriter(html, pages: ["a.html"]).text }

  @Test(
    "each construct has its form",
    arguments: [
      ("<p>a<br>b", "<p>a<br/>b</p>"), ("<b><i>x</b>y", "<b><i>x</i></b>y"),
      ("a & b &amp; &nbsp; &#38;", "a &amp; b &amp; \u{A0} &#38;"),
      ("<input type=checkbox checked>", "<input type=\"checkbox\" checked=\"\"/>"),
      ("<a href=\"a.html#x\">t</a>", "<a href=\"a.xhtml#x\">t</a>"),
      ("<a href=\"a.html#L12\">t</a>", "<span>t</span>"),
      ("<a href=\"files/d.csv\" download>t</a>", "<span>t</span>"),
      ("<a class=\"anchor\" href=\"#x\">#</a>t", "t"), ("<!-- c -->t", "t"),
      (
        "<svg viewBox=\"0 0 1 1\"><linearGradient id=\"g\"/><desc lang=\"en\">d</desc></svg>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><linearGradient id=\"g\"/><desc xml:lang=\"en\">d</desc></svg>"
      ),
      ("<i id=\"x\"></i><i id=\"x\"></i>", "<i id=\"x\"></i><i></i>"),
      (
        "<span class=\"katex\"><span class=\"katex-mathml\"><math><mi>x</mi></math></span><span class=\"katex-html\"><span>x</span></span></span>!",
        "<math><mi>x</mi></math>!"
      ),
      ("</b>x", "x"), ("a < b", "a &lt; b"),
    ])
  func forms(html: String, xhtml: String) { #expect(written(html) == xhtml) }
}
