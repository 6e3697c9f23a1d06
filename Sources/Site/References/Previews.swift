import Book
import Foundation
import GFM

/// The pieces of HTML that references show on hover, by the address of their target.
///
/// It is a script, which a page loads when a reader first rests on a reference.
struct Previews {
  private var html: [String: String] = [:]

  /// The previews of all labelled figures, tables and formulas, of sections and chapters, and of cited works.
  init(_ composer: PageComposer, _ bodies: [BodyRenderer.Body]) {
    for (chapter, body) in bodies.enumerated() {
      let result = composer.results[chapter]
      for (label, preview) in body.previews { html["\(result.page)#\(label)"] = preview }
      let name = escapeHTML(composer.index.chapters.name(chapter, composer.words))
      let title = composer.prose(result.chapter.title).html
      html[result.page] =
        "<p>\(name)</p><p><strong>\(title)</strong></p><p>\(composer.prose(result.chapter.summary).html)</p>"
    }
    for key in Set(bodies.flatMap(\.citations)) {
      guard let entry = composer.index.entries[key] else { continue }
      html["references.html#ref-\(key)"] = CitationText.html(of: entry, composer.words, composer.formulas)
    }
  }

  /// The script; nil when nothing can be referred to.
  var script: Data? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard !html.isEmpty, let json = try? encoder.encode(html) else { return nil }
    return Data("self.galleyPreviews=".utf8) + json + Data(";\n".utf8)
  }
}
