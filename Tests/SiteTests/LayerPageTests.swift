import Book
import Testing

@testable import Site

@Suite("Layers of code on a page")
struct LayerPageTests {
  private let chapter = """
    # A

    [Two is more](claim:more), and `{swift} two` is two.

    ```swift-run
    let two = 2
    let limit = 1  // not checked: less than two
    claim("more") {
      two > limit  // not checked: this
    }
    two
    ```

    ```swift-run
    //| label: fig-a
    //| fig-cap: A chart.
    chart(two)
    ```

    """

  @Test("the text shows neither claims nor remarks, and folds what draws below its figure")
  func text() throws {
    let html = try SampleBook(["01-a.md": chapter]).text("a.html")
    let prose = String(
      html[try #require(html.range(of: "<div class=\"prose\">")).upperBound...]
        .prefix(upTo: try #require(html.range(of: "<section class=\"checks\"")).lowerBound))
    let words = prose.replacing(/<[^>]*>/, with: "")
    #expect(!words.contains("claim(") && !words.contains("not checked") && !words.contains("limit"))
    #expect(words.contains("let two = 2\ntwo\n"))
    #expect(
      prose.contains(/<\/figure><\/div>\n<div class="fold"><details><summary>Code: Figure 1.1<\/summary>/))
  }

  @Test("the row of a claim has its sentence, its condition and the values of its constants")
  func row() throws {
    let book = try SampleBook(["01-a.md": chapter])
    for page in ["a.html", "verification.html"] {
      let row = try #require(
        book.text(page).split(separator: "<tr ").first {
          $0.hasPrefix("id=") && $0.contains("Two is more") && $0.contains("class=\"check")
        })
      #expect(row.contains("#claim-more\""))
      let text = row.replacing(/<[^>]*>/, with: "|").replacing("&gt;", with: ">")
      #expect(text.contains("two > limit|") && text.contains("limit = 1|"), "\(text)")
      #expect(!text.contains("not checked"))
    }
  }

  @Test("a folded block opens if a check in it fails")
  func failing() throws {
    let code = "```swift-run\n//| code-fold: true\n1 // == 43\n```\n"
    #expect(
      try SampleBook(["01-a.md": "# A\n\n" + code]).text("a.html").contains("<details open><summary>Code"))
  }

  @Test("copied code comes with imports and all that it needs")
  func copying() throws {
    let book = try SampleBook(["01-a.md": chapter], settings: "title: T\nmodules: [Optimizers]\n")
    let script = book.text("assets/code/a.js")
    #expect(script.contains("\"imports\":[\"import Notebook\",\"import Optimizers\"]"))
    #expect(script.contains("\"1\":[1,5]"), "\(script)")
    #expect(script.contains("\"1\":\"let two = 2\""))
    #expect(!script.contains("claim("))
  }

  @Test("a printed solution ends where it ends")
  func solution() throws {
    let lines = { (text: String) in
      text.split(separator: "\n", omittingEmptySubsequences: false).map {
        CodeLine(text: String($0), position: SourcePosition(file: "a", line: 1))
      }
    }
    let cases = [
      ("func f() -> Int {\n  return 1\n  // else\n  return 0\n}", "func f() -> Int {\n  return 1\n}"),
      (
        "func f() -> Int {\n  if a { return 1 } else { throw E() }\n  return 0\n}\nf()",
        "func f() -> Int {\n  if a { return 1 } else { throw E() }\n}\nf()"
      ),
      ("func f() -> Int {\n  if a { return 1 }\n  return 0\n}", nil),
      ("func f() -> Int {\n  for i in a { return i }\n  return 0\n}", nil),
      ("func f() -> Int {\n  switch a {\n  case 1: return 2\n  default: break\n  }\n  return 0\n}", nil),
    ]
    for (code, expected) in cases {
      #expect(ReachableCode.lines(lines(code)).map(\.text).joined(separator: "\n") == expected ?? code)
    }
  }
}
