import Checks
import Foundation
import Testing

@testable import Runner
@testable import Site

@Suite("Pages that are set while other chapters run")
struct SetAheadTests {
  private static let chapters = [
    "01-a.md": "# A\n\nSee @fig-loss and $x^2$.\n\n```swift-run\nlet n = 42\nn  // == 42\n```\n",
    "02-b.md": """
    # B

    ```swift-run
    //| label: fig-first
    //| fig-cap: First.
    let chart = 1
    chart
    ```

    ```swift-run
    //| label: fig-loss
    //| fig-cap: Loss.
    let chart2 = 2
    chart2
    ```

    ```swift-run
    let n = 42
    n  // == 42
    ```
    """,
    "03-c.md": "# C\n\n$$\n\nNothing to run, and a [link](02-b.md#fig-loss).\n",
  ]

  /// What is thought of the second chapter while it runs.
  enum Guess: String, CaseIterable {
    case nothing, right, fewerFigures, failure
  }

  @Test("the site is the one that is made without, however wrong the guess was", arguments: Guess.allCases)
  func sameBytes(guess: Guess) throws {
    let fresh = try SampleBook(Self.chapters)
    let ahead = try SampleBook(Self.chapters) { results in
      var results = results
      switch guess {
      case .right: break
      case .nothing:
        results[1].record = RunRecord()
        results[1].report = ChapterReport(path: results[1].chapter.path, title: results[1].chapter.title)
      case .fewerFigures: results[1].record.values = [:]
      case .failure:
        for number in results[1].report.checks.indices {
          results[1].report.checks[number].finding = .notReached
        }
      }
      return (results, [0, 2])
    }
    #expect(fresh.pages.isSound)
    #expect(ahead.pages.files == fresh.pages.files)
    #expect(ahead.pages.diagnostics == fresh.pages.diagnostics)
  }

  @Test("a page that was set ahead is taken for the same content only")
  func content() throws {
    let sheet = PageSheet(
      page: "a.html", template: "missing",
      content: [
        "title": "A", "number": 1, "isIndex": true, "words": ["title": "A"],
        "contents": [["url": "a.html", "isCurrent": true] as TemplateContent],
      ])
    #expect(sheet == sheet)
    let changes: [(String, (any Sendable)?)] = [
      ("title", "B"), ("title", nil), ("title", 1), ("number", 2), ("isIndex", false), ("more", "x"),
      ("words", ["title": "B"]), ("contents", [["url": "a.html", "isCurrent": false] as TemplateContent]),
      ("contents", [TemplateContent]()), ("number", 1.5),
    ]
    for (name, value) in changes {
      var other = sheet
      other.content[name] = value
      #expect(sheet != other, "\(name)")
      #expect(other != sheet, "\(name)")
    }
    var other = sheet
    other.template = "index"
    #expect(sheet != other)
  }
}
