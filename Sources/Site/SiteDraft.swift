import Book
import Events
import Files
import Foundation

/// A site with rendered chapters. Its pages are composed on demand.
package struct SiteDraft {
  let composer: PageComposer
  let bodies: [BodyRenderer.Body]
  private var materials: SiteMaterials { composer.materials }

  /// Problems with the theme and its words, and with formulas, diagrams, references and links.
  package var diagnostics: [Diagnostic] {
    materials.diagnostics + materials.diagrams.diagnostics + bodies.flatMap(\.diagnostics)
      + composer.cover.diagnostics
  }

  /// Whether the site can be published: no diagnostic is an error.
  package var isSound: Bool { !diagnostics.hasErrors }

  /// The pages, figures and files of the chapters at `paths`, by their path in the site.
  package func pages(ofChapters paths: Set<String>) -> [String: Data] {
    var pages = SitePages(files: [:], diagnostics: [])
    for (chapter, body) in bodies.enumerated() where paths.contains(composer.results[chapter].chapter.path) {
      composer.add(chapter, body, to: &pages)
    }
    return pages.files
  }

  /// The author's files that a chapter shows, links to or reads, by their path below the folder of the chapters.
  package func attachedFiles(ofChapter chapter: Int) throws -> [String: Data] {
    guard let folder = composer.index.folder else { return [:] }
    let inputs = composer.results[chapter].chapter.blocks.flatMap(\.options.inputs)
    var files: [String: Data] = [:]
    for path in bodies[chapter].files.union(inputs) {
      files[path] = try FileDoor(folder).read(path, atMost: SizeLimit.attachment)
    }
    return files
  }

  /// Composes the whole site. Throws when a file of the theme or of KaTeX cannot be read.
  package func pages() throws -> SitePages {
    var pages = composer.pages(bodies)
    pages.diagnostics = materials.diagnostics + pages.diagnostics
    for name in ThemeSource.assets { pages.files["assets/\(name)"] = try materials.theme.data(name) }
    for (name, data) in materials.theme.additions() { pages.files["assets/\(name)"] = data }
    pages.files["assets/charts.css"] = Data((FigureValue.styleSheet + ChartColors.styleSheet).utf8)
    for (name, sheet) in try KaTeXFonts.styleSheets(of: materials.katex) {
      pages.files["assets/katex/\(name)"] = Data(sheet.utf8)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    pages.files["report.json"] = try encoder.encode(composer.report)
    return pages
  }
}
