import Testing

@testable import Book
@testable import Checks

@Suite("The ledger of numbers")
struct LedgerTests {
  @Test("a number is computed, cited, declared, a count, or unaccounted, each with its line")
  func origins() {
    let text = """
      # A title of 1964

      A loss of 0.25 after 3 steps, at `{swift} rate`
      and 60,000 images, with 0.5 in RMSProp2 and v1, and $\\eta = 0.7$, `0.8`.

      Published as 0.125 in [the lecture](https://example.org).

      Or as 42 in a note.[^1]

      [^1]: Page 99.

      | a | 77 |
      |---|---|
      | b | 2.5e-3 |

      ```dot
      //| fig-cap: A figure of 55 things
      digraph { a -> b }
      ```

      """
    var diagnostics: [Diagnostic] = []
    let chapter = Chapter(text: text, path: "c.md", slug: "c", &diagnostics)
    let numerals = Ledger(of: chapter, bookConstants: ["60,000": "pictures"]).numerals
    #expect(
      numerals.map { "\($0.position.line) \($0.text) \($0.origin)" }.sorted() == [
        "1 1964 unaccounted", "10 99 cited", "12 77 unaccounted", "14 2.5e-3 unaccounted",
        "16 55 unaccounted",
        "3 0.25 unaccounted", "3 3 declared", "3 {swift} rate computed", "4 0.5 unaccounted",
        "4 60,000 declared",
        "6 0.125 cited", "8 42 cited",
      ])
  }

  @Test("a number that the front matter declares is declared in that chapter only")
  func frontMatter() {
    let text =
      "---\ntitle: T\nconstants:\n  0.90: the usual decay\n---\n\n0.90 is not 0.9.\n\n```swift\n```\n"
    var diagnostics: [Diagnostic] = []
    let chapter = Chapter(text: text, path: "c.md", slug: "c", &diagnostics)
    #expect(diagnostics.isEmpty)
    #expect(
      Ledger(of: chapter).numerals.map { "\($0.text) \($0.origin)" } == ["0.90 declared", "0.9 unaccounted"])
  }
}
