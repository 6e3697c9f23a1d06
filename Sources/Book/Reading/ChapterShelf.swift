import Caching

/// The chapters as they were read last: a file that still holds the same text is not read through again.
package final class ChapterShelf: Sendable {
  private let chapters = LastResults<[String], (chapter: Chapter, diagnostics: [Diagnostic])>()

  /// Nothing read yet.
  package init() {}

  func chapter(text: String, path: String, slug: String, _ diagnostics: inout [Diagnostic]) -> Chapter {
    let read = chapters.value(path, from: [text, slug]) { Self.read(text: text, path: path, slug: slug) }
    let (chapter, problems) = read ?? Self.read(text: text, path: path, slug: slug)
    diagnostics += problems
    return chapter
  }

  private static func read(text: String, path: String, slug: String) -> (Chapter, [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let chapter = Chapter(text: text, path: path, slug: slug, &diagnostics)
    return (chapter, diagnostics)
  }
}
