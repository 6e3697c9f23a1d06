import Book
import Foundation
import GFM

extension PageComposer {
  /// The page for wrong addresses, and the redirects from old addresses.
  var serviceSheets: [PageSheet] {
    var missing = common(page: "404.html", title: words[.noSuchPage], summary: "")
    missing["base"] = settings.url.map { $0 + "/" }
    missing["isUnlisted"] = true
    missing["groups"] = groups.groups.map { group -> TemplateContent in
      var content: TemplateContent = [
        "contents": group.chapters.map { chapter in
          link(results[chapter]).merging(["number": index.chapters[chapter]]) { own, _ in own }
        }
      ]
      content["partHTML"] = group.title
      return content
    }
    return [PageSheet(page: "404.html", template: "missing", content: missing)]
      + settings.redirects.map(redirectSheet)
  }

  private func redirectSheet(_ redirect: BookSettings.Redirect) -> PageSheet {
    var content = common(page: redirect.new + ".html", title: settings.title, summary: "")
    content["target"] = redirect.new + ".html"
    let title = results.first { $0.chapter.slug == redirect.new }.map { prose($0.chapter.title).plain } ?? ""
    content["targetTitle"] = title
    let link = "<a href=\"\(redirect.new).html\">\(escapeHTML(title))</a>"
    content["isCalledNow"] = words.html(.isCalledNow, ["page": link])
    return PageSheet(page: redirect.old + ".html", template: "redirect", content: content)
  }

  /// The site map for search engines; nil when the settings have no address for the site.
  var siteMap: String? {
    guard let url = settings.url else { return nil }
    let names =
      [""] + results.map(\.page) + ["verification.html"] + (hasReferences ? ["references.html"] : [])
      + symbolPages
    let rows = names.map { "<url><loc>\(escapeHTML("\(url)/\($0)"))</loc></url>\n" }.joined()
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      \(rows)</urlset>

      """
  }

  /// The page of cited references; nil when the chapters cite nothing.
  func referencesSheet(_ bodies: [BodyRenderer.Body]) -> PageSheet? {
    let entries = references(bodies)
    if entries.isEmpty { return nil }
    var content = common(
      page: "references.html", title: words[.references], summary: words[.whatTheBookCites])
    content["breadcrumb"] = escapeHTML(words[.references])
    content["isReferences"] = true
    let separator = escapeHTML(words[.listSeparator])
    content["entries"] = entries.map { entry, chapters -> TemplateContent in
      let links = chapters.map { chapter in
        let name = escapeHTML(index.chapters.nameInSentence(chapter, words))
        return "<a href=\"\(results[chapter].page)\">\(name)</a>"
      }
      return [
        "key": entry.key, "text": CitationText.html(of: entry, words, formulas),
        "citedIn": words.html(.citedIn, ["chapters": links.joined(separator: separator)]),
        "chapters": chapters.map {
          ["url": results[$0].page, "number": index.chapters[$0]] as TemplateContent
        },
      ]
    }
    return PageSheet(page: "references.html", template: "references", content: content)
  }

  /// The cited references as the items of a list, which links lead to.
  func referencesHTML(_ bodies: [BodyRenderer.Body], _ rendition: Rendition = .page) -> String {
    references(bodies).map { entry, _ in
      "<li\(rendition.id("ref-" + entry.key))>\(CitationText.html(of: entry, words, formulas))</li>\n"
    }.joined()
  }

  /// The references that one chapter cites.
  func citations(of chapter: Int, _ bodies: [BodyRenderer.Body]) -> [BibliographyEntry] {
    references(bodies).filter { $0.chapters.contains(chapter) }.map(\.entry)
  }

  /// The cited references, by their authors, with the chapters that cite them.
  private func references(
    _ bodies: [BodyRenderer.Body]
  ) -> [(entry: BibliographyEntry, chapters: [Int])] {
    let cited = Set(bodies.flatMap(\.citations)).compactMap { index.entries[$0] }
      .sorted { first, second in
        let authors = [first, second].map { $0.authors(last: "") }
        if authors[0] != authors[1] { return authors[0].isListed(before: authors[1]) }
        return (first.year ?? "", first.key) < (second.year ?? "", second.key)
      }
    return cited.map { entry in (entry, results.indices.filter { bodies[$0].citations.contains(entry.key) }) }
  }

  /// The whole book on one page, for continuous reading and for printing.
  func singlePageSheet(_ bodies: [BodyRenderer.Body]) -> PageSheet {
    var content = common(page: "book.html", title: settings.title, summary: settings.summary)
    content["isIndex"] = true
    content["badge"] = badge(passed: report.passed, failed: report.failed, url: "verification.html")
    if hasReferences { content["referenceList"] = referencesHTML(bodies, .wholeBook("references")) }
    content["chapters"] = results.indices.map { chapter -> TemplateContent in
      [
        "number": index.chapters[chapter], "name": index.chapters.name(chapter, words),
        "titleHTML": prose(results[chapter].chapter.title).html,
        "summaryHTML": prose(results[chapter].chapter.summary).html, "slug": results[chapter].chapter.slug,
        "hasSections": index.outlines[chapter].headings.contains { $0.level == 2 },
        "sections": index.outlines[chapter].headings.filter { $0.level == 2 }.map {
          ["title": $0.title, "anchor": $0.anchor, "slug": results[chapter].chapter.slug] as TemplateContent
        },
        "body": bodies[chapter].wholeBookHTML ?? "",
      ]
    }
    return PageSheet(page: "book.html", template: "book", content: content)
  }
}
