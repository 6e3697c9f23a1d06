import Book
import Events
import Foundation

/// A site whose chapters are set, and whose pages are not yet put together.
package struct SiteDraft {
  let composer: PageComposer
  let bodies: [BodyRenderer.Body]
  private var materials: SiteMaterials { composer.materials }

  /// Formulas and diagrams that could not be drawn, references and links to nothing.
  package var diagnostics: [Diagnostic] {
    materials.diagnostics + materials.diagrams.diagnostics + bodies.flatMap(\.diagnostics)
  }

  /// Whether nothing is wrong that must not be published.
  package var isSound: Bool { !diagnostics.hasErrors }

  /// The pages of some chapters, by the chapters' paths, with their figures and files.
  package func pages(ofChapters paths: Set<String>) -> [String: Data] {
    var pages = SitePages(files: [:], diagnostics: [])
    for (chapter, body) in bodies.enumerated() where paths.contains(composer.results[chapter].chapter.path) {
      composer.add(chapter, body, to: &pages)
    }
    return pages.files
  }

  /// The whole site.
  package func pages() throws -> SitePages {
    var pages = composer.pages(bodies)
    pages.diagnostics = materials.diagnostics + pages.diagnostics
    for name in ThemeSource.assets { pages.files["assets/\(name)"] = try materials.theme.data(name) }
    for (name, data) in materials.theme.additions() { pages.files["assets/\(name)"] = data }
    pages.files["assets/charts.css"] = Data((FigureValue.styleSheet + ChartColors.styleSheet).utf8)
    for (name, data) in try composer.fonts.files(of: materials.katex) {
      pages.files["assets/katex/\(name)"] = data
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    pages.files["report.json"] = try encoder.encode(composer.report)
    return pages
  }
}
