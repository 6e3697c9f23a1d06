import Book

/// The parts of a book that the body of any chapter can refer to. When they change, all bodies are rendered again.
struct BookReferences: Equatable {
  var settings: BookSettings
  var words: Words
  var pages: [String]
  var titles: [String]
  var headings: [[String]]
  var targets: [String: ReferenceTarget]
  var symbols: SymbolIndex

  init(_ settings: BookSettings, _ results: [ChapterResult], _ index: BookIndex) {
    self.settings = settings
    words = index.words
    pages = results.map(\.page)
    titles = results.map(\.chapter.title)
    headings = index.outlines.map { outline in outline.headings.map { "\($0.level) \($0.anchor) \($0.title)" }
    }
    targets = index.numbering.targets
    symbols = index.symbols
  }
}
