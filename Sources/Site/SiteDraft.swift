import Book
import Foundation

/// A site whose chapters are set, and whose pages are not yet put together.
public struct SiteDraft {
  let composer: PageComposer
  let bodies: [BodyRenderer.Body]
  let theme: ThemeSource
  let katex: KaTeXFiles
  let wordDiagnostics: [Diagnostic]

  /// Formulas and diagrams that could not be drawn, references and links to nothing.
  public var diagnostics: [Diagnostic] {
    wordDiagnostics + composer.diagrams.diagnostics + bodies.flatMap(\.diagnostics)
  }

  /// Whether nothing is wrong that must not be published.
  public var isSound: Bool { !diagnostics.hasErrors }

  /// The pages of some chapters, by the chapters' paths, with their figures and files.
  public func pages(ofChapters paths: Set<String>) -> [String: Data] {
    var pages = SitePages(files: [:], diagnostics: [])
    for (chapter, body) in bodies.enumerated() where paths.contains(composer.results[chapter].chapter.path) {
      composer.add(chapter, body, to: &pages)
    }
    return pages.files
  }

  /// The whole site.
  public func pages() throws -> SitePages {
    var pages = composer.pages(bodies)
    pages.diagnostics = wordDiagnostics + pages.diagnostics
    for name in ThemeSource.assets { pages.files["assets/\(name)"] = try theme.data(name) }
    for (name, data) in theme.additions() { pages.files["assets/\(name)"] = data }
    pages.files["assets/charts.css"] = Data((FigureDrawing.styleSheet + ChartColors.styleSheet).utf8)
    for (name, data) in try composer.fonts.files(of: katex) { pages.files["assets/katex/\(name)"] = data }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    pages.files["report.json"] = try encoder.encode(composer.report)
    return pages
  }
}
