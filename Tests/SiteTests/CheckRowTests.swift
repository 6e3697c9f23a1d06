import Foundation
import Testing

@testable import Site

@Suite("Rows of checks")
struct CheckRowTests {
  private let formula = """
    # A

    ```math
    %| label: eq-published
    %| given: a = 0.5
    %| expect: fails at 2
    \\begin{aligned}
    b &= \\frac{a}{2} \\\\
    b &= 0.4
    \\end{aligned}
    ```

    ```math
    %| label: eq-same
    \\left|c\\right| d = d \\left|c\\right|
    ```

    """

  private func rows(_ html: String) -> [String] {
    html.matches(of: /<tr id="[^"]*check-\d+" class="check.*<\/tr>/).map { String($0.0) }
  }

  @Test("a step of a formula is drawn, on the Verification page and below its chapter")
  func steps() throws {
    let book = try SampleBook(["01-a.md": formula])
    for page in ["verification.html", "a.html"] {
      let rows = rows(book.text(page))
      #expect(rows.count == 2, "\(rows)")
      for row in rows {
        #expect(row.contains("<td><span class=\"katex\">"), "\(row)")
        #expect(!row.contains("<code>"), "\(row)")
      }
      #expect(rows[0].contains("<td>0.25</td><td>0.4</td>"), "\(rows[0])")
    }
  }

  @Test("the two sides of a step without values are not repeated")
  func symbolicSteps() throws {
    let book = try SampleBook(["01-a.md": formula])
    let row = try #require(rows(book.text("verification.html")).last)
    #expect(row.hasSuffix("</td><td></td><td></td><td></td><td class=\"number used\"></td></tr>"), "\(row)")
    let mark = try #require(book.text("a.html").firstMatch(of: /id="eq-same".*?title="([^"]*)"/))
    #expect(mark.1 == "step of a formula: holds")
  }

  @Test("a function's name as a subscript is MathML with two parts")
  func functionAsSubscript() throws {
    let html = try SampleBook(["01-a.md": "# A\n\n$L_{\\min}$\n"]).text("a.html")
    #expect(html.contains("<msub><mi>L</mi><mi>min</mi></msub>"))
  }

  @Test("the cells know their names, in the language of the book, for screens without room for columns")
  func labels() throws {
    let labels = "style=\"--line:&quot;Line&quot;;--expected:&quot;Expected&quot;;"
    #expect(try SampleBook(["01-a.md": formula]).text("verification.html").contains(labels))
    let chinese = try SampleBook(["01-a.md": formula], settings: "title: T\nlanguage: zh\n")
    #expect(!chinese.text("verification.html").contains("--expected:&quot;Expected"))
  }
}
