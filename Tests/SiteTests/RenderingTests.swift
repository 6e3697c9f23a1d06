import Events
import Foundation
import Testing

@testable import Site

@Suite("Values and code on the page")
struct RenderingTests {
  @Test(
    "numbers are rounded correctly to significant digits",
    arguments: [
      (0.99684, 4, "0.9968"), (1.99368, 4, "1.994"), (0.000123456, 3, "0.000123"), (1.2345e-6, 2, "1.2e-6"),
      (123456.789, 3, "123457"), (9.9996, 4, "10.00"), (0.05, 2, "0.050"), (-0.05, 1, "-0.05"),
      (1e20, 3, "1.00e20"),
      (0, 4, "0"), (.nan, 4, "nan"), (-.infinity, 4, "-inf"), (0.5, 1, "0.5"), (1, 3, "1.00"), (2.5, 1, "2"),
      (999_999.5, 6, "1000000"), (1e-300, 2, "1.0e-300"), (0.1 + 0.2, 17, "0.30000000000000004"),
    ])
  func rounding(number: Double, digits: Int, text: String) {
    #expect(NumberFormat.rounded(number, digits: digits) == text)
  }

  @Test("numbers in prose have a real minus sign and powers of ten")
  func prose() {
    #expect(
      NumberFormat.html(.floatingPoint(-1.2e-6, description: "-1.2e-06"), digits: 2)
        == "−1.2 × 10<sup>−6</sup>")
    #expect(NumberFormat.html(.floatingPoint(1e-9, description: "1e-09"), digits: nil) == "10<sup>−9</sup>")
    #expect(NumberFormat.html(.text("a-b <c>"), digits: 2) == "a-b &lt;c&gt;")
  }

  @Test(
    "a formula is found by its words and signs",
    arguments: [
      (#"\sqrt{v + \epsilon} + \text{momentum}"#, "√v + ε + momentum"), (#"\frac{\eta}{\beta_1}"#, "ηβ_1"),
      (#"\begin{aligned} a &= 1 \% \\ b &= 2 \end{aligned}"#, "a = 1 % b = 2"),
      ("x^2", "x^2"), (#"\textcolor{red}{x}"#, "textcolorredx"),
    ])
  func formulaWords(latex: String, text: String) { #expect(FormulaWords.text(of: latex) == text) }

  @Test("every tag of highlighted code is closed on its line, and its text is the code")
  func highlighting() {
    let code = "let a = \"\"\"\n  two\n  lines <b>\n  \"\"\" // end & all\n/* a\n b */ struct S: P {}"
    let lines = SwiftHighlighter(cache: nil).lines(code)
    for line in lines {
      #expect(line.matches(of: /<span/).count == line.matches(of: /<\/span>/).count)
    }
    let text = lines.joined(separator: "\n").replacing(/<[^>]*>/, with: "")
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"").replacing(
        "&amp;", with: "&")
    #expect(text == code)
    #expect(lines[0].contains("<span class=\"keyword\">let</span>"))
    #expect(lines[5].contains("<span class=\"type\">P</span>"))
  }

  @Test("code that does not parse is still shown")
  func broken() {
    #expect(SwiftHighlighter(cache: nil).lines("let = {{{ \"").joined() != "")
  }

  @Test("a matrix, a record, a list of records, a long array")
  func shapes() throws {
    let row = { (numbers: [Int]) in Value.array(numbers.map { .integer("\($0)") }, count: numbers.count) }
    #expect(
      try #require(ValueRenderer.html(.array([row([1, 2]), row([3, 4])], count: 2))).contains("matrix"))
    #expect(
      try #require(ValueRenderer.html(.array([row([1, 2]), row([3])], count: 2))).contains("[[1, 2], [3]]"))
    let record = Value.record(name: "Point", fields: [.init(name: "x", value: .integer("1"))])
    #expect(try #require(ValueRenderer.html(record)).contains("<th scope=\"col\">Point</th>"))
    #expect(
      try #require(ValueRenderer.html(.array([record, record], count: 2))).matches(of: /<tr>/).count == 3)
    let long = try #require(ValueRenderer.html(row(Array(0..<200))))
    #expect(long.split(separator: "\n").allSatisfy { $0.count <= 120 })
    #expect(ValueRenderer.html(.void) == nil)
    #expect(ValueRenderer.table(record) != nil && ValueRenderer.table(.text("<table>")) == nil)
    #expect(ValueRenderer.html(.none) == "<pre>nil</pre>")
    #expect(ValueRenderer.html(.text("<script>")) == "<pre>&lt;script&gt;</pre>")
    let wide = String(repeating: "x", count: 80)
    #expect(ValueRenderer.html(.text("a\n\(wide)")) == "<pre tabindex=\"0\">a\n\(wide)</pre>")
  }

  @Test("decimal points are aligned below each other")
  func alignment() {
    let html = TableRenderer.html(columns: ["n"], rows: [["1.25"], ["-10"], ["0.5"]])
    #expect(html.contains("<td class=\"number\">1.25</td>"))
    #expect(html.contains("<td class=\"number\" data-padding=\".00\">−10</td>"))
    #expect(html.contains("<td class=\"number\" data-padding=\"0\">0.5</td>"))
  }

  @Test("anchors are GitHub's, each once")
  func slugs() {
    var slugs = SlugMaker()
    #expect(slugs.slug(for: "What ε does, and why") == "what-ε-does-and-why")
    #expect(slugs.slug(for: "优化器 原理") == "优化器-原理")
    #expect(slugs.slug(for: "What ε does, and why") == "what-ε-does-and-why-1")
    #expect(slugs.slug(for: "!") == "section")
  }
}

@Suite("Formulas are set at build time")
struct FormulaTests {
  @Test(
    "HTML for the eye and MathML for screen readers",
    arguments: [
      #"v_t = \rho\, v_{t-1} + (1-\rho)\, g_t^2"#, #"\begin{aligned} a &= b \\ &= c \end{aligned}"#,
      #"\begin{bmatrix} 1 & 2 \end{bmatrix}"#, #"\text{中文} \le \sqrt[3]{x}"#,
      #"\frac{\partial L}{\partial w_j}"#,
    ])
  func formulas(latex: String) throws {
    let html = try typesetter().html(latex, isDisplayed: true)
    #expect(html.contains("<math"))
    #expect(html.contains("katex-html\" aria-hidden=\"true\""))
    #expect(html.contains("katex-display"))
  }

  @Test("a formula that cannot be read is an error with KaTeX's reason")
  func errors() throws {
    let typesetter = try typesetter()
    #expect(throws: FormulaTypesetter.FormulaError.self) {
      try typesetter.html(#"\frac{a}"#, isDisplayed: false)
    }
    #expect(throws: FormulaTypesetter.FormulaError.self) {
      try typesetter.html(#"\unknown"#, isDisplayed: false)
    }
    #expect(try typesetter.html("a", isDisplayed: false).contains("katex"))
  }

  @Test("formulas and units of chemistry are set with their signs")
  func chemistry() throws {
    let typesetter = try typesetter()
    let reaction = try typesetter.html(#"\ce{CO2 + C <=> 2CO}"#, isDisplayed: false)
    #expect(reaction.contains("<mn>2</mn>"))
    #expect(reaction.contains("⇌"))
    #expect(try typesetter.html(#"\pu{123 kJ*mol-1}"#, isDisplayed: false).contains("kJ"))
    #expect(try typesetter.html("a", isDisplayed: false).contains("katex"))
    #expect(throws: FormulaTypesetter.FormulaError.self) {
      try typesetter.html(#"\ce{H2O"#, isDisplayed: false)
    }
  }

  @Test(
    "a formula passes the check if it can be set, also with the index of a space",
    arguments: [
      (#"n\!_{\%p}"#, false), (#"a\,^2"#, false), (#"\frac{1\;_2}{3}"#, false), (#"n\!{}_p"#, true),
      (#"\left(a\!\right)_b \, x"#, true), (#"\sqrt{\relax x}_2"#, true),
    ])
  func indexOfSpace(latex: String, canBeSet: Bool) throws {
    let typesetter = try typesetter()
    func problem(_ work: () throws -> Void) -> String? {
      do { try work() } catch { return (error as? FormulaTypesetter.FormulaError)?.message ?? "\(error)" }
      return nil
    }
    let checked = problem { try typesetter.check(latex, isDisplayed: true) }
    let set = problem { _ = try typesetter.html(latex, isDisplayed: true) }
    #expect((checked == nil) == canBeSet && checked == set, "\(checked ?? "") \(set ?? "")")
    if !canBeSet { #expect(checked?.hasPrefix("a space such as") == true) }
  }

  private func typesetter() throws -> FormulaTypesetter {
    FormulaTypesetter(files: try #require(KaTeXFiles.find()), cache: nil)
  }
}

@Suite("Diagrams")
struct DiagramTests {
  @Test("take the page's colours and carry no ids and no version")
  func svg() async throws {
    let svg = try await DiagramRenderer(cache: nil).svg("digraph { a -> b }")
    #expect(svg.hasPrefix("<svg"))
    #expect(svg.contains("currentColor"))
    #expect(!svg.contains(" id="))
    #expect(!svg.contains("<!--"))
  }

  @Test("are errors if they cannot be read")
  func error() async {
    await #expect(throws: DiagramRenderer.DiagramError.self) {
      try await DiagramRenderer(cache: nil).svg("digraph { a -> ")
    }
  }
}

@Suite("The published folder")
struct SiteFolderTests {
  private let root = FileManager.default.temporaryDirectory.appending(path: "site-\(UUID().uuidString)")

  @Test("holds the new site, whole, and nothing of the old one")
  func replace() throws {
    defer { try? FileManager.default.removeItem(at: root) }
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    let folder = SiteFolder(path: root.path + "/public")
    try folder.replace(with: pages(["index.html": "one", "a/b.html": "old"]))
    try folder.replace(with: pages(["index.html": "two"]))
    #expect(try String(contentsOf: root.appending(path: "public/index.html"), encoding: .utf8) == "two")
    #expect(!FileManager.default.fileExists(atPath: root.path + "/public/a/b.html"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: root.path) == ["public"])
  }

  @Test("stays unchanged when it holds anything but a site")
  func foreign() throws {
    defer { try? FileManager.default.removeItem(at: root) }
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    try Data("precious".utf8).write(to: root.appending(path: "thesis.txt"))
    #expect(throws: SiteFolder.WritingError.notASite(root.path)) {
      try SiteFolder(path: root.path).replace(with: pages(["index.html": "x"]))
    }
    #expect(FileManager.default.fileExists(atPath: root.path + "/thesis.txt"))
  }

  @Test("stays as it was when the new one cannot be written")
  func unwritable() {
    #expect(throws: SiteFolder.WritingError.self) {
      try SiteFolder(path: "/proc/nowhere/public").replace(with: pages(["index.html": "x"]))
    }
  }

  private func pages(_ files: [String: String]) -> SitePages {
    SitePages(files: files.mapValues { Data($0.utf8) }, diagnostics: [])
  }
}
