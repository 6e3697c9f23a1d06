import Book

/// What a site is made from beside the results of its chapters: it is there while the chapters still run.
package struct SiteMaterials: Sendable {
  let katex: KaTeXFiles
  let theme: ThemeSource
  let templates: Templates
  let words: Words
  /// What the templates show of the words, which is the same on every page.
  let wordContent: TemplateContent
  /// What the author should know of the theme and its words.
  let diagnostics: [Diagnostic]
  var diagrams: Diagrams
}

extension SiteBuilder {
  /// All that the site of `book` needs beside results, its diagrams drawn.
  ///
  /// - Throws: ``Missing`` where something is not on this machine, and what reading the theme throws.
  package func materials(for book: Book) async throws -> SiteMaterials {
    async let diagrams = Diagrams.draw(book.chapters, with: DiagramRenderer(cache: cache))
    var materials = try materials(for: book.settings)
    materials.diagrams = await diagrams
    return materials
  }

  /// The same without diagrams.
  func materials(for settings: BookSettings) throws -> SiteMaterials {
    guard let katex = KaTeXFiles.find() else {
      throw Missing(description: "KaTeX is not on this machine; install the package libjs-katex")
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
