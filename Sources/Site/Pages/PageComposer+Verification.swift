import Book
import Checks
import GFM

extension PageComposer {
  /// The first page: the summary of the book, its chapters, the state of its verification, and its sources.
  func indexSheet(_ bodies: [BodyRenderer.Body]) -> PageSheet {
    var content = common(page: "index.html", title: settings.title, summary: settings.summary)
    content["isIndex"] = true
    content["badge"] = badge(passed: report.passed, failed: report.failed, url: "verification.html")
    content["groups"] = groups.groups.map { group -> TemplateContent in
      var content: TemplateContent = ["chapters": group.chapters.map(proofRow)]
      content["partHTML"] = group.title
      return content
    }
    content["start"] = results.first.map { $0.page }
    content["coverFigure"] = cover.figure
    content["highlights"] = cover.highlights
    content["hasHighlights"] = !cover.highlights.isEmpty
    content["audience"] = cover.audience
    content["state"] = state(bodies)
    content["sources"] = settings.sources.map { ["title": $0.title, "note": $0.note] }
    content["hasSources"] = !settings.sources.isEmpty
    return PageSheet(page: "index.html", template: "index", content: content)
  }

  /// A chapter on the first page, with a square for each of its checks.
  private func proofRow(_ chapter: Int) -> TemplateContent {
    let result = results[chapter]
    var row = link(result)
    row["number"] = index.chapters[chapter]
    row["summaryHTML"] = prose(result.chapter.summary).html
    row["count"] = words.text(.checks, count: result.report.checks.count)
    row["marks"] = result.report.checks.map { check in
      [
        "anchor": check.anchor, "verdict": check.appearance.rawValue, "word": Mark.word(check, words),
        "title": words.text(.line, ["line": check.line]) + words[.colon] + Mark.summary(check, words),
      ]
    }
    return row
  }

  /// The page that lists every check of the book with its margin.
  func verificationSheet(_ bodies: [BodyRenderer.Body]) -> PageSheet {
    var content = common(
      page: "verification.html", title: words[.verification],
      summary: words[.verificationSummary])
    content["breadcrumb"] = escapeHTML(words[.verification])
    content["badge"] = badge(passed: report.passed, failed: report.failed, url: "report.json")
    content["state"] = state(bodies)
    content["mutations"] = mutations()
    content["cellLabels"] = cellLabels
    content["chapters"] = results.indices.map { chapter in
      var row = link(results[chapter])
      row["number"] = index.chapters[chapter]
      row["checksName"] = words.text(
        .checksOfChapter, ["chapter": index.chapters.nameInSentence(chapter, words)])
      let counts = results[chapter].report
      row["standing"] = badge(passed: counts.passed, failed: counts.failed, url: "")["text"]
      row["hasFailed"] = counts.failed > 0
      row["hasChecks"] = !results[chapter].report.checks.isEmpty
      row["checks"] = results[chapter].report.checks.map {
        self.row($0, of: chapter, page: results[chapter].page)
      }
      return row
    }
    return PageSheet(page: "verification.html", template: "verification", content: content)
  }

  /// The counts of chapters, blocks, checks and other verified parts.
  private func state(_ bodies: [BodyRenderer.Body]) -> [TemplateContent] {
    let computed = results.flatMap(\.plan.probes).count { probe in
      if case .inline = probe.purpose { true } else { false }
    }
    let declared = report.chapters.flatMap(\.checks).count { $0.appearance == .declared }
    let counts: [(Int, Word)] = [
      (results.count, .countedChapters),
      (results.map { $0.plan.blocks.count }.reduce(0, +), .countedBlocks),
      (report.passed + report.failed, .countedChecks), (report.failed, .countedFailures),
      (declared, .countedMistakes), (results.flatMap(\.report.formulas).count, .countedFormulas),
      (index.numbering.figureCount, .countedFigures), (computed, .countedNumbers),
    ]
    return counts.map { count, noun in
      [
        "count": count, "noun": words.text(noun, count: count),
        "isFailure": noun == .countedFailures && count > 0,
      ]
    }
  }
}
