import Book
import Caching
import Checks
import Files
import Foundation
import GFM
import Runner

/// Composes the pages of a book from its results and the templates.
struct PageComposer {
  let settings: BookSettings
  let results: [ChapterResult]
  let report: Report
  let materials: SiteMaterials
  let index: BookIndex
  let contents: ContentsList
  /// The parts of the book.
  let groups: ChapterGroups
  /// The part of the first page before the contents.
  let cover: Cover
  /// Keeps the search entries of unchanged chapters between builds.
  let session: Session
  /// Typesets the formulas in titles, summaries, references and lists of checks.
  let formulas: FormulaTypesetter
  var words: Words { index.words }
  /// Keeps the JSON of figures.
  let cache: ContentCache?
  /// Whether the site also has a page with the whole book.
  var hasSinglePage = false
  /// Whether a chapter cites something, so that the site has a page of references.
  var hasReferences = false

  /// All pages of the book. `bodies` are the bodies of its chapters, in order.
  func pages(_ bodies: [BodyRenderer.Body]) -> SitePages {
    var pages = SitePages(
      files: [:],
      diagnostics: materials.diagrams.diagnostics + bodies.flatMap(\.diagnostics) + cover.diagnostics)
    pages.externalLinks = bodies.flatMap(\.externalLinks)
    for (chapter, body) in bodies.enumerated() { addFiles(of: chapter, body, to: &pages) }
    // The largest pages come first, so that no core has to finish one while the others wait.
    var sheets = hasSinglePage ? [singlePageSheet(bodies)] : []
    sheets += [verificationSheet(bodies), indexSheet(bodies)]
    if let references = referencesSheet(bodies) { sheets.append(references) }
    sheets += bodies.enumerated().map { chapterSheet($0, $1) }
    pages.files.merge(materials.templates.render(sheets + symbolSheets + serviceSheets)) { _, new in new }
    pages.files["sitemap.xml"] = siteMap.map { Data($0.utf8) }
    pages.files["assets/previews.js"] = Previews(self, bodies).script
    pages.files["assets/search-index.js"] = SearchIndex(results, index: index, session: session).script
    return pages
  }

  /// Adds the page of one chapter, with its figures and attached files.
  func add(_ chapter: Int, _ body: BodyRenderer.Body, to pages: inout SitePages) {
    addFiles(of: chapter, body, to: &pages)
    pages.files.merge(materials.templates.render([chapterSheet(chapter, body)])) { _, new in new }
  }

  private func addFiles(of chapter: Int, _ body: BodyRenderer.Body, to pages: inout SitePages) {
    for figure in body.figures {
      pages.files[figure.svgPath] = Data(figure.svg.utf8)
      if !figure.data.isEmpty { pages.files[figure.dataPath] = Data(figure.data.utf8) }
      pages.files[figure.jsonPath] = json(of: figure).map { Data($0.utf8) }
    }
    for path in body.files { copy(path, to: &pages) }
    if let live = results[chapter].live, !live.code.isEmpty {
      let path = LiveScript.path(of: results[chapter].chapter.slug)
      pages.files[path] = Data(LiveScript.text(live.code).utf8)
    }
    if !body.nameRules.isEmpty {
      pages.files[PageNames.path(of: results[chapter].chapter.slug)] = Data(body.nameRules.utf8)
    }
    let slug = results[chapter].chapter.slug
    pages.files["assets/code/\(slug).js"] = session.last("code \(slug)", from: results[chapter]) {
      CodeScript(results[chapter], modules: settings.modules).data(slug: slug)
    }
  }

  /// The data of a figure as JSON; nil when it is not a table. The cache saves time, because large tables are slow to
  /// encode.
  private func json(of figure: FigureFile) -> String? {
    let json = cache.value("figure", of: [figure.data]) { FigureTable(csv: figure.data)?.json ?? "" }
    return json.isEmpty ? nil : json
  }

  private func copy(_ path: String, to pages: inout SitePages) {
    guard let folder = index.folder else { return }
    pages.files["files/\(path)"] = try? FileDoor(folder).read(path, atMost: SizeLimit.attachment)
  }

  func chapterSheet(_ chapter: Int, _ body: BodyRenderer.Body) -> PageSheet {
    let result = results[chapter]
    var content = common(
      page: result.page, title: result.chapter.title, summary: result.chapter.summary, current: chapter)
    content["number"] = index.chapters[chapter]
    content["name"] = index.chapters.name(chapter, words)
    content["body"] = body.html
    if !body.nameRules.isEmpty { content["nameSheet"] = PageNames.path(of: result.chapter.slug) }
    content["breadcrumb"] = prose(result.chapter.title).html
    let outline = index.outlines[chapter].headings.filter { $0.level <= 3 }.map {
      ["title": $0.title, "anchor": $0.anchor, "level": $0.level] as TemplateContent
    }
    content["outline"] = outline
    content["hasOutline"] = outline.count > 1
    content["badge"] = badge(passed: result.report.passed, failed: result.report.failed, url: "#checks")
    content["failures"] = failures(chapter)
    content["cellLabels"] = cellLabels
    content["hasChecks"] = !result.report.checks.isEmpty
    content["checks"] = result.report.checks.map { row($0, of: chapter, page: "") }
    if result.live?.code.isEmpty == false {
      content["liveModule"] = LiveScript.path(of: result.chapter.slug)
      content["liveWords"] = LiveWords.json(words)
    }
    if chapter > 0 { content["previous"] = link(results[chapter - 1]) }
    if chapter + 1 < results.count { content["next"] = link(results[chapter + 1]) }
    return PageSheet(page: result.page, template: "chapter", content: content)
  }

  /// The content that every page has.
  func common(
    page: String, title: String, summary: String, current: Int? = nil
  ) -> TemplateContent {
    var content: TemplateContent = [
      "title": prose(title).plain, "titleHTML": prose(title).html, "summary": prose(summary).plain,
      "summaryHTML": prose(summary).html, "language": settings.language, "bookTitle": settings.title,
      "isVerification": page == "verification.html", "hasSinglePage": hasSinglePage,
      "hasReferences": hasReferences, "hasReference": !materials.symbols.modules.isEmpty,
      "contentsList": contents.html(current: current),
    ]
    // Search engines and previews of links show a description of every page.
    content["description"] = prose(summary.isEmpty ? settings.summary : summary).plain
    if let url = settings.url, let file = cover.figureFile { content["image"] = "\(url)/\(file)" }
    if let url = settings.url { content["canonical"] = url + "/" + (page == "index.html" ? "" : page) }
    return content.merging(materials.wordContent) { own, _ in own }
  }

  /// The words of the interface, by the names that templates use.
  static func wordContent(_ words: Words, of settings: BookSettings) -> TemplateContent {
    var content: TemplateContent = [
      "words": words.forTemplates, "scriptWords": ScriptWords.json(words), "key": Mark.key(words),
    ]
    // If the interface is in another language than the book, its elements need a `lang` attribute.
    if !WordsReader.tags(settings.language).contains(words.language) {
      content["interfaceLanguage"] = words.language
    }
    for word in [Word.everythingWasRun, .whatTheMarginSays] {
      content[word.rawValue] = MarkdownDocument(words[word]).html(substituting: [:])
    }
    return content
  }

  func link(_ result: ChapterResult) -> TemplateContent {
    ["url": result.page, "titleHTML": prose(result.chapter.title).html]
  }

  /// A title or a summary with typeset formulas.
  func prose(_ text: String) -> ShortProse {
    ShortProse(text, formulas: formulas, macros: settings.macros, language: settings.language)
  }

  func badge(passed: Int, failed: Int, url: String) -> TemplateContent {
    let text =
      failed > 0
      ? words.text(.someFail, count: passed + failed, ["failed": failed])
      : passed == 0 ? words[.nothingToCheck] : words.text(.allHold, count: passed)
    return ["text": text, "state": failed == 0 ? "passed" : "failed", "url": url]
  }

  /// The failed checks of a chapter, for the top of its page.
  private func failures(_ chapter: Int) -> [TemplateContent] {
    results[chapter].report.checks.compactMap { check in
      check.reason.map { reason in
        [
          "anchor": index.outlines[chapter].places[check.line] ?? check.anchor,
          "line": words.text(.line, ["line": check.line]), "reason": words.html(reason),
        ]
      }
    }
  }
}
