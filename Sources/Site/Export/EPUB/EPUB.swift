import Book
import Caching
import Files
import Foundation
import GFM
import SVGCharts

extension SiteDraft {
  /// The whole book as EPUB 3: chapters with MathML, SVG and the marks of checks, contents and references.
  ///
  /// - Parameter modified: The date of the edition, which the format requires.
  package func epub(modified: Date) -> Data {
    var archive = ZipArchive()
    // A reader recognizes the format by this file, which must be the first and must not be compressed.
    archive.add("mimetype", Data("application/epub+zip".utf8), compresses: false)
    archive.add("META-INF/container.xml", Data(EPUB.container.utf8))
    for (name, data) in EPUB(self, modified: modified).files { archive.add("EPUB/\(name)", data) }
    return archive.data
  }
}

/// A file of an electronic book.
struct EPUBFile {
  var name: String
  var data: Data
  var mediaType: String
  /// The features that a reader needs, such as `mathml`.
  var properties: [String] = []
  /// Whether it is read in its turn.
  var isInSpine = false

  /// The media type of an image that every reader shows; nil for other files.
  static func mediaType(of path: String) -> String? {
    switch path.split(separator: ".").last?.lowercased() {
    case "png": "image/png"
    case "jpg", "jpeg": "image/jpeg"
    case "gif": "image/gif"
    case "webp": "image/webp"
    case "svg": "image/svg+xml"
    default: nil
    }
  }
}

/// The files of an electronic book.
struct EPUB {
  private let draft: SiteDraft
  private var composer: PageComposer { draft.composer }
  private var settings: BookSettings { composer.settings }
  private var words: Words { composer.words }
  private let modified: Date
  private var content: [EPUBFile] = []

  init(_ draft: SiteDraft, modified: Date) {
    self.draft = draft
    self.modified = modified
    addAll()
  }

  /// All files below the folder of the book, by their name, the description of the book first.
  var files: [(name: String, data: Data)] {
    [("package.opf", Data(package.utf8))] + content.map { ($0.name, $0.data) }
  }

  private mutating func addAll() {
    content.append(page("title", settings.title, titlePage, isIn: [:]))
    var nav = page("contents", words[.contents], navigation, isIn: [:])
    nav.properties.append("nav")
    content.append(nav)
    var images: Set<String> = []
    for (chapter, body) in draft.bodies.enumerated() {
      let result = composer.results[chapter]
      let title = composer.prose(result.chapter.title)
      let summary = composer.prose(result.chapter.summary).html
      let html = """
        <p class="chapter-label">\(escapeHTML(composer.index.chapters.name(chapter, words)))</p>
        <h1>\(title.html)</h1>
        \(summary.isEmpty ? "" : "<p class=\"summary\">\(summary)</p>")
        \(body.html)
        """
      let text = XHTMLWriter(html, pages: pages)
      images.formUnion(text.images)
      content.append(page(result.chapter.slug, title.plain, text, isIn: ["epub:type": "chapter"]))
    }
    let references = composer.referencesHTML(draft.bodies)
    if !references.isEmpty {
      let html = "<h1>\(escapeHTML(words[.references]))</h1>\n<ul class=\"references\">\(references)</ul>"
      content.append(
        page(
          "references", words[.references], XHTMLWriter(html, pages: pages),
          isIn: ["epub:type": "bibliography"]))
    }
    for path in images.sorted() {
      guard let folder = composer.index.folder, let type = EPUBFile.mediaType(of: path),
        let data = try? FileDoor(folder).read(path, atMost: SizeLimit.attachment)
      else { continue }
      content.append(EPUBFile(name: "files/\(path)", data: data, mediaType: type))
    }
    let style = (try? composer.materials.theme.data("epub.css")) ?? Data()
    content.append(EPUBFile(name: "style.css", data: style, mediaType: "text/css"))
    let charts = Data((Chart.styleSheet + ChartColors.styleSheet).utf8)
    content.append(EPUBFile(name: "charts.css", data: charts, mediaType: "text/css"))
  }

  private var pages: Set<String> {
    Set(composer.results.map(\.page) + (composer.hasReferences ? ["references.html"] : []))
  }

  private func page(_ name: String, _ title: String, _ text: XHTMLWriter, isIn section: [String: String])
    -> EPUBFile
  {
    let attributes = section.map { " \($0.key)=\"\($0.value)\"" }.joined()
    let xhtml = """
      <?xml version="1.0" encoding="utf-8"?>
      <!DOCTYPE html>
      <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" \
      lang="\(settings.language)" xml:lang="\(settings.language)">
      <head><meta charset="utf-8"/><title>\(escapeHTML(title))</title>
      <link rel="stylesheet" type="text/css" href="charts.css"/>
      <link rel="stylesheet" type="text/css" href="style.css"/></head>
      <body><section\(attributes)>
      \(text.text)
      </section></body>
      </html>

      """
    return EPUBFile(
      name: "\(name).xhtml", data: Data(xhtml.utf8), mediaType: "application/xhtml+xml",
      properties: (text.hasMath ? ["mathml"] : []) + (text.hasSVG ? ["svg"] : []), isInSpine: true)
  }

  private var titlePage: XHTMLWriter {
    XHTMLWriter(
      "<h1 class=\"book\">\(composer.prose(settings.title).html)</h1>\n"
        + "<p class=\"summary\">\(composer.prose(settings.summary).html)</p>", pages: pages)
  }

  private var navigation: XHTMLWriter {
    var html = "<nav epub:type=\"toc\" id=\"toc\"><h1>\(escapeHTML(words[.contents]))</h1>\n<ol>\n"
    for (chapter, result) in composer.results.enumerated() {
      let number = composer.index.chapters[chapter]
      let title = escapeHTML(composer.prose(result.chapter.title).plain)
      html += "<li><a href=\"\(result.page)\">\(escapeHTML(number)) \(title)</a>"
      let sections = composer.index.outlines[chapter].headings.filter { $0.level == 2 }
      if !sections.isEmpty {
        html += "<ol>"
        for heading in sections {
          let anchor = escapeHTML(heading.anchor)
          html += "<li><a href=\"\(result.page)#\(anchor)\">\(escapeHTML(heading.title))</a></li>"
        }
        html += "</ol>"
      }
      html += "</li>\n"
    }
    if composer.hasReferences {
      html += "<li><a href=\"references.html\">\(escapeHTML(words[.references]))</a></li>\n"
    }
    return XHTMLWriter(html + "</ol></nav>", pages: pages)
  }

  /// The description of the book: what it is, its files and their order.
  private var package: String {
    let ids = content.indices.map { "file-\($0 + 1)" }
    let items = zip(ids, content).map { id, file in
      let properties =
        file.properties.isEmpty ? "" : " properties=\"\(file.properties.joined(separator: " "))\""
      return
        "<item id=\"\(id)\" href=\"\(escapeHTML(Self.address(file.name)))\" media-type=\"\(file.mediaType)\"\(properties)/>"
    }
    let spine = zip(ids, content).filter(\.1.isInSpine).map { "<itemref idref=\"\($0.0)\"/>" }
    let summary = composer.prose(settings.summary).plain
    return """
      <?xml version="1.0" encoding="utf-8"?>
      <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book" xml:lang="\(settings.language)">
      <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
      <dc:identifier id="book">\(escapeHTML(identifier))</dc:identifier>
      <dc:title>\(escapeHTML(composer.prose(settings.title).plain))</dc:title>
      <dc:language>\(settings.language)</dc:language>
      \(summary.isEmpty ? "" : "<dc:description>\(escapeHTML(summary))</dc:description>")
      <meta property="dcterms:modified">\(modified.formatted(.iso8601))</meta>
      <meta property="schema:accessMode">textual</meta>
      <meta property="schema:accessMode">visual</meta>
      <meta property="schema:accessModeSufficient">textual</meta>
      <meta property="schema:accessibilityFeature">MathML</meta>
      <meta property="schema:accessibilityFeature">alternativeText</meta>
      <meta property="schema:accessibilityFeature">tableOfContents</meta>
      <meta property="schema:accessibilityHazard">none</meta>
      </metadata>
      <manifest>
      \(items.joined(separator: "\n"))
      </manifest>
      <spine>
      \(spine.joined(separator: "\n"))
      </spine>
      </package>

      """
  }

  /// The address of the book, or a name that is made from its title.
  private var identifier: String {
    if let url = settings.url { return url }
    let digest = Fingerprint.of(settings.title + "\n" + settings.summary)
    return "urn:galley:\(digest)"
  }

  private static func address(_ path: String) -> String {
    path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
  }

  static let container = """
    <?xml version="1.0" encoding="utf-8"?>
    <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
    <rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
    </container>

    """
}
