import Caching
import Foundation
import Testing

@testable import Site

@Suite("Chapters that are rendered again")
struct RenderedChaptersTests {
  @Test("a site made from cached renderings equals a site made from nothing, after every kind of edit")
  func sameBytes() throws {
    let session = Session()
    let first = [
      "01-a.md": "# A\n\nSee @sec-part and @fig-x.\n\n```swift\nlet a = 1\n```\n",
      "02-b.md":
        "# B\n\n## Part\n\n$x^2$\n\n```dot\n//| label: fig-x\n//| fig-cap: X.\ndigraph { a -> b }\n```\n",
    ]
    let edits: [(String, String, String)] = [
      ("02-b.md", "## Part", "Text.\n\n## Part"), ("02-b.md", "## Part", "## Part\n\n### Piece"),
      ("01-a.md", "let a", "let b"), ("02-b.md", "```dot", "```dot\n//| fig-alt: Alt."),
      ("02-b.md", "## Part", "## Part {#sec-part}"), ("02-b.md", "## Part", "## Share"),
      ("02-b.md", "$x^2$", "```dot\n//| fig-cap: Y.\ndigraph { b -> a }\n```"),
      ("02-b.md", "# B\n", "# Bee\n"),
    ]
    var chapters = first
    for edit in [nil] + edits.map(Optional.some) {
      if let (name, old, new) = edit {
        chapters[name] = chapters[name]?.replacing(old, with: new, maxReplacements: 1)
      }
      let fresh = try SampleBook(chapters).pages.files
      #expect(try SampleBook(chapters, session: session).pages.files == fresh, "\(edit?.2 ?? "")")
    }
  }
}
