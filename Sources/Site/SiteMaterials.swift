import Book
import Checks
import Runner

/// The parts of a site that do not depend on the results of its chapters. They can be prepared while the chapters run.
package struct SiteMaterials: Sendable {
  let katex: KaTeXFiles
  let theme: ThemeSource
  let templates: Templates
  let words: Words
  /// The words for the templates, which are the same on every page.
  let wordContent: TemplateContent
  /// Problems with the theme and its words.
  let diagnostics: [Diagnostic]
  var diagrams: Diagrams
  /// The declarations of the modules that the chapters use.
  var symbols = SymbolIndex()

  /// The sentences of reports in the language of the book; nil for one that the language does not have.
  package var phrases: @Sendable (Phrase) -> String? {
    let words = words
    return { words[$0] }
  }
}

extension SiteMaterials {
  /// These materials with a reference of `modules`.
  package func describing(_ modules: [ModuleSymbols]) -> SiteMaterials {
    var materials = self
    materials.symbols = SymbolIndex(modules)
    return materials
  }
}

extension SiteBuilder {
  /// Prepares the materials of `book` and draws its diagrams.
  ///
  /// - Throws: ``Missing`` when KaTeX is not installed or a template cannot be used, and errors of reading the theme.
  package func materials(for book: Book) async throws -> SiteMaterials {
    async let diagrams = Diagrams.draw(book.chapters, with: DiagramRenderer(cache: cache))
    var materials = try materials(for: book.settings)
    materials.diagrams = await diagrams
    return materials
  }

  /// Prepares the materials without diagrams.
  func materials(for settings: BookSettings) throws -> SiteMaterials {
    guard let katex = KaTeXFiles.find() else {
      throw Missing(description: "KaTeX is not installed; install the package libjs-katex")
    }
    let theme = ThemeSource(folder: folder)
    let (words, diagnostics) = WordsReader(theme: theme, settings: settings).words()
    return SiteMaterials(
      katex: katex, theme: theme, templates: try Templates(theme), words: words,
      wordContent: PageComposer.wordContent(words, of: settings),
      diagnostics: theme.diagnostics + diagnostics,
      diagrams: Diagrams())
  }
}
