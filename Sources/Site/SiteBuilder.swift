import Book
import Caching
import Checks
import Foundation
import GFM
import Theme

/// Builds a site from the results of chapters.
///
/// The builder runs no code of chapters. Pages do not depend on the time, the machine or the folder, so the same input
/// gives the same bytes.
package struct SiteBuilder: Sendable {
  let cache: ContentCache?

  /// The error that a program is not installed or that a template cannot be used.
  package struct Missing: Error, CustomStringConvertible {
    /// The message for the user.
    package var description: String
  }

  private let session: Session

  /// The absolute path of the folder with the chapters; nil when there is none.
  let folder: String?

  /// Creates a builder. It keeps rendered formulas and diagrams in `cache`. It reads the book's own theme and the files
  /// that chapters link to from `folder`.
  ///
  /// - Parameter session: Keeps the results of earlier calls, for a site that is built repeatedly.
  package init(cache: ContentCache?, folder: String? = nil, session: Session = Session()) {
    self.cache = cache
    self.folder = folder
    self.session = session
  }

  /// A digest of the default theme and the files of KaTeX, which every site depends on; nil when they are missing.
  package static var surroundings: String? {
    guard let katex = KaTeXFiles.find(), let theme = Fingerprint.ofTree(ThemeFiles.folder.path) else {
      return nil
    }
    let files = [katex.script, katex.styleSheet] + katex.fonts
    return theme + files.map(Fingerprint.ofMetadata).joined()
  }

  /// Whether KaTeX is installed, so that formulas can be typeset.
  package static var hasFormulas: Bool { KaTeXFiles.find() != nil }

  /// Builds the whole site. `hasSinglePage` adds `book.html`, which contains all chapters.
  package func pages(
    of settings: BookSettings, _ results: [ChapterResult], report: Report, materials: SiteMaterials,
    hasSinglePage: Bool = false
  ) throws -> SitePages {
    try draft(of: settings, results, report: report, materials: materials, hasSinglePage: hasSinglePage)
      .pages()
  }

  /// Renders all chapters, so that all problems are known. The draft then composes pages on demand.
  package func draft(
    of settings: BookSettings, _ results: [ChapterResult], report: Report, materials: SiteMaterials,
    hasSinglePage: Bool = false
  ) -> SiteDraft {
    let index = BookIndex(
      results, settings: settings, words: materials.words, symbols: materials.symbols, folder: folder,
      session: session)
    let bodies = ParallelBodies(
      settings: settings, results: results, index: index, katex: materials.katex, cache: cache,
      diagrams: materials.diagrams, hasWholeBook: hasSinglePage, session: session
    ).render()
    let formulas = FormulaTypesetter(files: materials.katex, cache: cache)
    let prose = { ShortProse($0, formulas: formulas, macros: settings.macros, language: settings.language) }
    let titles = results.map { prose($0.chapter.title) }
    let groups = ChapterGroups(
      settings, slugs: results.map(\.chapter.slug), words: materials.words, prose: prose)
    let cover = Cover(
      settings.cover, bodies: bodies, index: index, formulas: formulas, macros: settings.macros)
    let composer = PageComposer(
      settings: settings, results: results, report: report, materials: materials, index: index,
      contents: ContentsList(
        results, titles: titles, chapters: index.chapters, groups: groups, materials: materials),
      groups: groups, cover: cover, session: session, formulas: formulas,
      cache: cache,
      hasSinglePage: hasSinglePage,
      hasReferences: bodies.contains { !$0.citations.isEmpty })
    return SiteDraft(composer: composer, bodies: bodies)
  }
}
