import Book
import Caching
import Checks
import Foundation
import GFM
import Theme

/// Makes a site out of chapters that were run. Nothing is run here, and nothing of the time, the machine or
/// the folder goes into a page: the same input gives the same bytes.
package struct SiteBuilder: Sendable {
  let cache: ContentCache?

  /// What is needed and is not on this machine.
  package struct Missing: Error, CustomStringConvertible {
    /// What is missing, and how to get it.
    package var description: String
  }

  private let session: Session

  /// The absolute path of the folder with the chapters; nil when there is none.
  let folder: String?

  /// A builder that keeps drawn formulas and diagrams in `cache`, if one is given, and finds what chapters link to,
  /// and the book's own theme, in `folder`.
  ///
  /// - Parameter session: What earlier calls have rendered, for a site that is built again and again.
  package init(cache: ContentCache?, folder: String? = nil, session: Session = Session()) {
    self.cache = cache
    self.folder = folder
    self.session = session
  }

  /// A digest of what every site is made with beside its book: the theme that comes along, and the files of KaTeX;
  /// nil when they are not there.
  package static var surroundings: String? {
    guard let katex = KaTeXFiles.find(), let theme = Fingerprint.ofTree(ThemeFiles.folder.path) else {
      return nil
    }
    let files = [katex.script, katex.styleSheet] + katex.fonts
    return theme + files.map(Fingerprint.ofMetadata).joined()
  }

  /// Whether formulas can be set on this machine.
  package static var hasFormulas: Bool { KaTeXFiles.find() != nil }

  /// The whole site; with `hasSinglePage` also `book.html`, where all chapters stand below each other.
  package func pages(
    of settings: BookSettings, _ results: [ChapterResult], report: Report, materials: SiteMaterials,
    hasSinglePage: Bool = false
  ) throws -> SitePages {
    try draft(of: settings, results, report: report, materials: materials, hasSinglePage: hasSinglePage)
      .pages()
  }

  /// The site as far as it takes all chapters to know what is wrong with any: its pages are then made as they are
  /// wanted.
  package func draft(
    of settings: BookSettings, _ results: [ChapterResult], report: Report, materials: SiteMaterials,
    hasSinglePage: Bool = false
  ) -> SiteDraft {
    let index = BookIndex(
      results, settings: settings, words: materials.words, folder: folder, session: session)
    let bodies = ParallelBodies(
      settings: settings, results: results, index: index, katex: materials.katex, cache: cache,
      diagrams: materials.diagrams, session: session
    ).render()
    let formulas = FormulaTypesetter(files: materials.katex, cache: cache)
    let prose = { ShortProse($0, formulas: formulas, macros: settings.macros) }
    let titles = results.map { prose($0.chapter.title) }
    let summaries = results.map { prose($0.chapter.summary).html }
    let composer = PageComposer(
      settings: settings, results: results, report: report, materials: materials, index: index,
      contents: ContentsList(results, titles: titles, chapters: index.chapters, materials: materials),
      session: session, formulas: formulas,
      fonts: KaTeXFonts(usedIn: bodies.map(\.html) + titles.map(\.html) + summaries), cache: cache,
      hasSinglePage: hasSinglePage,
      hasReferences: bodies.contains { !$0.citations.isEmpty })
    return SiteDraft(composer: composer, bodies: bodies)
  }
}
