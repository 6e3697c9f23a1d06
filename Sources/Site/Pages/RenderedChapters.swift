import Book
import Caching
import GFM
import Synchronization

/// The bodies of chapters as they were rendered last: while one chapter is being written, the others stay.
package final class RenderedChapters: Sendable {
  private let entries = Mutex<[String: Entry]>([:])
  private let outlines = LastResults<ChapterResult, PageOutline>()
  private let words = LastResults<ChapterResult, [SearchIndex.Entry]>()

  private struct Entry {
    var result: ChapterResult
    var references: BookReferences
    var diagrams: [MarkdownNode.ID: String]
    var body: BodyRenderer.Body
  }

  /// Nothing rendered yet.
  package init() {}

  /// The body that `render` makes of `result`, or the last one when nothing that it shows has changed.
  func body(
    of result: ChapterResult, _ references: BookReferences, diagrams: [MarkdownNode.ID: String],
    render: () -> BodyRenderer.Body
  ) -> BodyRenderer.Body {
    let path = result.chapter.path
    if let entry = entries.withLock({ $0[path] }), entry.references == references, entry.diagrams == diagrams,
      entry.result == result
    {
      return entry.body
    }
    let body = render()
    entries.withLock { entries in
      entries[path] =
        body.isSelfContained
        ? Entry(result: result, references: references, diagrams: diagrams, body: body) : nil
    }
    return body
  }

  /// What a link can lead to on the page of `result`.
  func outline(of result: ChapterResult) -> PageOutline {
    outlines.value(result.chapter.path, from: result) { PageOutline(result) } ?? PageOutline(result)
  }

  /// What a search finds in `result`, which `make` finds out of nothing else but it.
  func searchEntries(of result: ChapterResult, make: () -> [SearchIndex.Entry]) -> [SearchIndex.Entry] {
    words.value(result.chapter.path, from: result, make: make) ?? []
  }
}

extension BodyRenderer.Body {
  /// Whether it shows nothing that can change without the chapter or a heading of the book: files that may go, lines
  /// of code in other chapters, and whatever is wrong.
  fileprivate var isSelfContained: Bool {
    diagnostics.isEmpty && files.isEmpty && !showsLinesElsewhere
  }
}

/// What the pages of a book say of each other.
struct BookReferences: Equatable {
  var settings: BookSettings
  var words: Words
  var pages: [String]
  var titles: [String]
  var headings: [[String]]
  var targets: [String: ReferenceTarget]

  init(_ settings: BookSettings, _ results: [ChapterResult], _ index: BookIndex) {
    self.settings = settings
    words = index.words
    pages = results.map(\.page)
    titles = results.map(\.chapter.title)
    headings = index.outlines.map { outline in outline.headings.map { "\($0.level) \($0.anchor) \($0.title)" }
    }
    targets = index.numbering.targets
  }
}
