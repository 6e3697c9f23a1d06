import Book
import Caching
import Foundation

/// Finds the targets of a book's links and references.
struct BookIndex {
  /// The outline of each chapter, in order.
  let outlines: [PageOutline]
  /// The numbers of chapters and appendices.
  let chapters: ChapterNumbers
  /// The numbers of figures, tables and equations.
  let numbering: Numbering
  /// The entries of the bibliography, by their key.
  let entries: [String: BibliographyEntry]
  let words: Words
  /// The declarations of the modules that the chapters use.
  let symbols: SymbolIndex
  /// The language of the book.
  let language: String
  /// The label of the figure, table or formula on the first page.
  let coverFigure: String?
  /// Whether the pages show the solutions of exercises.
  let showsSolutions: Bool
  private let results: [ChapterResult]
  /// The absolute path of the book's folder; nil when a book has none.
  let folder: String?

  /// The index of a book whose files lie in `folder`.
  init(
    _ results: [ChapterResult], settings: BookSettings, words: Words, symbols: SymbolIndex = SymbolIndex(),
    folder: String?, session: Session = Session()
  ) {
    self.symbols = symbols
    self.results = results
    showsSolutions = settings.showsSolutions
    language = settings.language
    coverFigure = settings.cover.figure
    self.folder = folder
    self.words = words
    outlines = results.map { result in
      session.last("outline \(result.chapter.path)", from: result) { PageOutline(result) }
    }
    chapters = ChapterNumbers(
      firstAppendix: settings.appendices.flatMap { appendices in
        results.firstIndex { $0.chapter.slug == appendices.first }
      })
    numbering = Numbering(results, chapters: chapters, words: words)
    entries = Dictionary(settings.bibliography.map { ($0.key, $0) }) { first, _ in first }
  }

  /// The target of `@name` in `chapter`: a figure, a table, an equation, a chapter or a section.
  func target(_ name: String, from chapter: Int) -> ReferenceTarget? {
    if let target = numbering.targets[name] { return target }
    guard name.hasPrefix("sec-") else { return nil }
    if let target = section(anchor: name, from: chapter) { return target }
    let rest = String(name.dropFirst("sec-".count))
    if let index = results.firstIndex(where: { $0.chapter.slug == rest }) {
      return ReferenceTarget(
        chapter: index, slug: results[index].chapter.slug, words: chapters.name(index, words))
    }
    return section(anchor: rest, from: chapter)
  }

  /// All names that begin with `prefix`, for suggestions.
  func names(like prefix: String) -> [String] {
    let sections =
      results.map { "sec-" + $0.chapter.slug } + outlines.flatMap(\.headings).map { "sec-" + $0.anchor }
    return (numbering.targets.keys.sorted() + sections).filter { $0.hasPrefix(prefix) }
  }

  /// The section with this anchor in `chapter`, or the only one in the book.
  private func section(anchor: String, from chapter: Int) -> ReferenceTarget? {
    let all = outlines.enumerated().flatMap { index, outline in
      outline.headings.filter { $0.anchor == anchor }.map { (index, $0) }
    }
    guard let (index, heading) = all.first(where: { $0.0 == chapter }) ?? (all.count == 1 ? all[0] : nil)
    else { return nil }
    let name =
      index == chapter
      ? words.text(.section, ["title": heading.title])
      : words.text(
        .sectionOfChapter, ["chapter": chapters.nameInSentence(index, words), "title": heading.title])
    return ReferenceTarget(chapter: index, slug: results[index].chapter.slug, anchor: anchor, words: name)
  }

  /// The chapter that a file's name or path belongs to: `03-worked-update.md`.
  func chapter(ofFile file: String) -> Int? {
    let name = file.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    return results.firstIndex { $0.chapter.path.hasSuffix("/" + name) }
  }

  /// The name of each chapter's file.
  var files: [String] { results.map { String($0.chapter.path.split(separator: "/").last ?? "") } }

  func page(of chapter: Int) -> String { results[chapter].page }

  func slug(of chapter: Int) -> String { results[chapter].chapter.slug }
}
