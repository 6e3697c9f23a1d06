import Book
import Foundation
import GFM

extension PageComposer {
  /// What is not read but makes the site whole: the page for wrong addresses, redirects, the map for search engines.
  func addServicePages(_ pages: inout SitePages, hasReferences: Bool) {
    var missing = common(page: "404.html", title: words[.noSuchPage], summary: "")
    missing["base"] = settings.url.map { $0 + "/" }
    missing["isUnlisted"] = true
    pages.files["404.html"] = Data(templates.render("missing", missing).utf8)
    for redirect in settings.redirects {
      var content = common(page: redirect.new + ".html", title: settings.title, summary: "")
      content["target"] = redirect.new + ".html"
      let title = results.first { $0.chapter.slug == redirect.new }?.chapter.title ?? ""
      content["targetTitle"] = title
      let link = "<a href=\"\(redirect.new).html\">\(escapeHTML(title))</a>"
      content["isCalledNow"] = words.html(.isCalledNow, ["page": link])
      pages.files[redirect.old + ".html"] = Data(templates.render("redirect", content).utf8)
    }
    guard let url = settings.url else { return }
    let names =
      [""] + results.map(\.page) + ["verification.html"] + (hasReferences ? ["references.html"] : [])
    let rows = names.map { "<url><loc>\(escapeHTML("\(url)/\($0)"))</loc></url>\n" }.joined()
    pages.files["sitemap.xml"] = Data(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      \(rows)</urlset>

      """.utf8)
  }

  /// What the chapters cite; nil when they cite nothing.
  func referencesPage(_ bodies: [BodyRenderer.Body]) -> String? {
    let cited = Set(bodies.flatMap(\.citations)).compactMap { index.entries[$0] }
      .sorted { first, second in
        let keys = [first, second].map { ($0.authors(last: ""), $0.year ?? "", $0.key) }
        return keys[0] < keys[1]
      }
    if cited.isEmpty { return nil }
    var content = common(
      page: "references.html", title: words[.references], summary: words[.whatTheBookCites])
    content["breadcrumb"] = words[.references]
    content["isReferences"] = true
    content["entries"] = cited.map { entry -> [String: Any] in
      let chapters = results.indices.filter { bodies[$0].citations.contains(entry.key) }
      let links = chapters.map { chapter in
        let name = escapeHTML(index.chapters.nameInSentence(chapter, words))
        return "<a href=\"\(results[chapter].page)\">\(name)</a>"
      }
      let separator = escapeHTML(words[.listSeparator])
      return [
        "key": entry.key, "text": CitationText.html(of: entry, words),
        "citedIn": words.html(.citedIn, ["chapters": links.joined(separator: separator)]),
        "chapters": chapters.map {
          ["url": results[$0].page, "number": index.chapters[$0]] as [String: Any]
        },
      ]
    }
    return templates.render("references", content)
  }

  /// The whole book on one page, for reading without turning pages and for printing.
  func singlePage(_ bodies: [BodyRenderer.Body]) -> String {
    var content = common(page: "book.html", title: settings.title, summary: settings.summary)
    content["isIndex"] = true
    content["fonts"] = fonts.names
    content["badge"] = badge(passed: report.passed, failed: report.failed, url: "verification.html")
    let anchors = SinglePageAnchors(results.map(\.chapter.slug))
    content["chapters"] = results.indices.map { chapter -> [String: Any] in
      [
        "number": index.chapters[chapter], "name": index.chapters.name(chapter, words),
        "title": results[chapter].chapter.title,
        "summary": results[chapter].chapter.summary, "slug": results[chapter].chapter.slug,
        "body": anchors.rewritten(bodies[chapter].html, of: results[chapter].chapter.slug),
      ]
    }
    return templates.render("book", content)
  }
}
