import Book
import Foundation

/// Imports a foreign book: translates its chapters, resolves their references, copies their images and linked files,
/// and writes everything into a folder of chapters.
package struct BookWriter {
  private let book: ForeignBook
  private let files: SourceFolder
  /// Returns the reason why a formula cannot be typeset; nil when it can.
  private let problem: (_ latex: String) -> String?
  private let anchorsOfPage: ((_ markdown: String) -> Set<String>)?
  package private(set) var remarks: [ImportRemark]

  private struct Page {
    var source: String
    /// `03-loss.md`
    var file: String
    var translator: ChapterTranslator
    var text: String
  }

  /// - Parameters:
  ///   - anchorsOfPage: Returns the anchors of the page that is made from Markdown. Without it, links to unknown anchors
  ///     stay.
  ///   - problemOfFormula: Returns the reason why a formula cannot be typeset; nil when it can.
  package init(
    _ book: ForeignBook, anchorsOfPage: ((_ markdown: String) -> Set<String>)? = nil,
    problemOfFormula: @escaping (_ latex: String) -> String?
  ) {
    self.book = book
    files = SourceFolder(book.folder)
    problem = problemOfFormula
    self.anchorsOfPage = anchorsOfPage
    remarks = book.remarks
  }

  /// Writes the chapters into `folder`, which must be empty or missing.
  ///
  /// - Returns: The names of the chapters' files in order.
  package mutating func write(to folder: URL) throws -> [String] {
    var pages = pages()
    let keys = Bibliography(book.bibliographies.compactMap { files.text($0) })
    var copied: Set<String> = []
    var labels = EquationLabels()
    for index in pages.indices { pages[index].text = labels.unique(pages[index].text, in: pages[index].file) }
    let targets = ReferenceTargets(
      pages.map {
        ReferenceTargets.Page(
          file: $0.file, source: $0.source, title: $0.translator.title ?? "", text: $0.text,
          anchors: $0.translator.anchors, namesOfChapter: $0.translator.namesOfChapter,
          titles: $0.translator.titlesOfAnchors)
      }, equations: labels, anchorsOfPage: anchorsOfPage)
    var listings: [String: String] = [:]
    for index in pages.indices {
      var links = LinkTranslator(
        path: pages[index].source, file: pages[index].file, files: files, targets: targets, keys: keys.keys,
        problem: problem)
      pages[index].text = links.translate(pages[index].text)
      copied.formUnion(links.copied)
      for label in links.labelsOfListings { listings[label] = pages[index].file }
      remarks += pages[index].translator.remarks + links.remarks
    }
    // A reference with a number needs a formula that is set.
    for (label, file) in listings {
      for index in pages.indices where pages[index].text.contains("@" + label) {
        let address = (pages[index].file == file ? "" : file) + "#" + label
        let mark = try Regex("@\(label)(?![\\w-])")
        pages[index].text = pages[index].text.replacing(mark, with: "[\(label.dropFirst(3))](\(address))")
      }
    }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for page in pages {
      try Data((frontMatter(page) + page.text).utf8).write(to: folder.appending(path: page.file))
    }
    for path in copied.sorted() {
      guard files.has(path) else { continue }
      let target = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try? FileManager.default.removeItem(at: target)
      try files.copy(path, to: target)
    }
    if !keys.text.isEmpty { try Data(keys.text.utf8).write(to: folder.appending(path: "references.bib")) }
    try Data(settings(pages).utf8).write(to: folder.appending(path: "book.yml"))
    remarks += files.remarks
    return pages.map(\.file)
  }

  private mutating func pages() -> [Page] {
    var pages: [Page] = []
    var taken: Set<String> = []
    let digits = max(2, String(book.chapters.count).count)
    for path in book.chapters {
      let source: String? = path.hasSuffix(".ipynb") ? notebook(path) : files.text(path)
      guard let source, !path.hasSuffix(".rst") else {
        remarks.append(
          ImportRemark(
            file: path,
            problem: .chapterSkipped(
              path.hasSuffix(".rst") ? "reStructuredText is not read" : "it cannot be read")))
        continue
      }
      var translator = ChapterTranslator(path: path, files: files, kind: book.kind)
      translator.titleInContents = book.titles[path]
      translator.variables = book.variables
      translator.environments = book.environments
      let text = translator.translate(source)
      let name = Self.slug(path)
      var slug = name
      var count = 1
      while !taken.insert(slug).inserted {
        count += 1
        slug = "\(name)-\(count)"
      }
      let number = String(pages.count + 1)
      let file = String(repeating: "0", count: digits - number.count) + number + "-" + slug + ".md"
      pages.append(Page(source: path, file: file, translator: translator, text: text))
    }
    return pages
  }

  /// The Markdown of a notebook. Its pictures become files beside it.
  private mutating func notebook(_ path: String) -> String? {
    guard let notebook = files.data(path).flatMap({ NotebookText($0, path: path) }) else { return nil }
    for (picture, data) in notebook.pictures { files.make(picture, data) }
    files.gluedPictures.merge(notebook.glued) { first, _ in first }
    remarks += notebook.leftOut.map { ImportRemark(file: path, problem: .outputLeftOut($0)) }
    return notebook.markdown
  }

  /// The name of a page: the name of the file, or the name of its folder for an index.
  private static func slug(_ path: String) -> String {
    let parts = path.split(separator: "/").map {
      $0.split(separator: ".").first.map(String.init) ?? String($0)
    }
    let last = parts.last ?? "chapter"
    let isIndex = ["index", "readme", "main"].contains(last.lowercased())
    let name = isIndex && parts.count > 1 ? parts[parts.count - 2] : last
    let kept = String(
      name.lowercased().replacing(/^[0-9]+[-_. ]*/, with: "").map {
        $0.isLetter || $0.isNumber || $0 == "_" ? $0 : "-"
      })
    let slug = kept.replacing(/-{2,}/, with: "-").trimmingCharacters(in: CharacterSet(charactersIn: "-"))
    if slug.isEmpty { return "chapter" }
    return BookFolder.reservedSlugs.contains(slug) ? "about-" + slug : slug
  }

  private func frontMatter(_ page: Page) -> String {
    let translator = page.translator
    let stem = translator.path.prefix { $0 != "." }.lowercased()
    let title =
      translator.title ?? (["index", "readme"].contains(stem) ? book.title : Self.slug(translator.path))
    var lines = ["---", "title: \(Self.quoted(InlinePiece.withoutTags(title)))"]
    if let summary = translator.summary { lines.append("summary: \(Self.quoted(summary))") }
    // Its formulas were not written for a judge that takes every letter as it stands.
    if page.text.contains("$$") { lines.append("formulas: \(FormulaStandard.audit.rawValue)") }
    return (lines + ["---", "", ""]).joined(separator: "\n")
  }

  private func settings(_ pages: [Page]) -> String {
    var lines = ["title: \(Self.quoted(book.title))"]
    let isChinese =
      pages.prefix(5).map(\.text).joined().unicodeScalars.prefix(20_000).count {
        (0x4E00...0x9FFF).contains($0.value)
      } > 500
    lines.append(
      "language: \(book.language.hasPrefix("zh") || book.language.isEmpty && isChinese ? "zh" : "en")")
    if !book.macros.isEmpty {
      lines.append("macros:")
      lines += book.macros.sorted { $0.key < $1.key }.map { "  \($0.key): \(Self.quoted($0.value))" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.escaping(["\\": "\\\\", "\"": "\\\""]) + "\""
  }
}
