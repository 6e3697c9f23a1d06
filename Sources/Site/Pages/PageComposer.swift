import Book
import Checks
import Foundation
import GFM
import Runner

/// Puts the pages of a book together from its results and the templates.
struct PageComposer {
  let settings: BookSettings
  let results: [ChapterResult]
  let report: Report
  let templates: Templates
  let formulas: FormulaTypesetter
  let highlighter: SwiftHighlighter
  let diagrams: Diagrams
  let index: BookIndex

  /// Every page of the book.
  func pages() -> SitePages {
    var pages = SitePages(files: [:], diagnostics: diagrams.diagnostics)
    for index in results.indices {
      let body = body(of: index)
      pages.diagnostics += body.diagnostics
      for figure in body.figures {
        pages.files[figure.svgPath] = Data(figure.svg.utf8)
        if !figure.data.isEmpty { pages.files[figure.dataPath] = Data(figure.data.utf8) }
      }
      pages.files[url(results[index])] = Data(chapterPage(index, body).utf8)
    }
    pages.files["index.html"] = Data(indexPage().utf8)
    return pages
  }

  private func url(_ result: ChapterResult) -> String { result.chapter.slug + ".html" }

  private func checks(of result: ChapterResult) -> [NumberedCheck] {
    result.report.checks.enumerated().map { NumberedCheck(number: $0 + 1, result: $1) }
  }

  private func body(of index: Int) -> BodyRenderer.Body {
    let result = results[index]
    return BodyRenderer.body(
      of: result, at: index, checks: checks(of: result), index: self.index, formulas: formulas,
      highlighter: highlighter, diagrams: diagrams.drawings[result.chapter.path] ?? [:])
  }

  private func chapterPage(_ index: Int, _ body: BodyRenderer.Body) -> String {
    let result = results[index]
    var content = common(title: result.chapter.title, summary: result.chapter.summary, current: index)
    content["number"] = index + 1
    content["body"] = body.html
    content["outline"] = self.index.outlines[index].headings.filter { $0.level <= 3 }.map {
      ["title": $0.title, "anchor": $0.anchor, "level": $0.level] as [String: Any]
    }
    content["badge"] = badge(passed: result.report.passed, failed: result.report.failed)
    content["failures"] = failures(result)
    content["hasChecks"] = !result.report.checks.isEmpty
    content["checks"] = checks(of: result).map(row)
    if index > 0 { content["previous"] = link(results[index - 1]) }
    if index + 1 < results.count { content["next"] = link(results[index + 1]) }
    return templates.render("chapter", content)
  }

  private func indexPage() -> String {
    var content = common(title: settings.title, summary: settings.summary, current: nil)
    content["isIndex"] = true
    content["badge"] = badge(passed: report.passed, failed: report.failed)
    content["chapters"] = results.enumerated().map { index, result in
      var row = link(result)
      row["number"] = index + 1
      row["summary"] = result.chapter.summary
      row["count"] = counted(result.report.checks.count, "check")
      row["marks"] = checks(of: result).map { check in
        [
          "anchor": check.anchor, "verdict": check.result.appearance.rawValue,
          "title": "line \(check.result.line): \(Mark.summary(check.result))",
        ]
      }
      return row
    }
    content["sources"] = settings.sources.map { ["title": $0.title, "note": $0.note] }
    content["hasSources"] = !settings.sources.isEmpty
    return templates.render("index", content)
  }

  /// What every page shows.
  private func common(title: String, summary: String, current: Int?) -> [String: Any] {
    [
      "title": title, "summary": summary, "language": settings.language, "bookTitle": settings.title,
      "contents": results.enumerated().map { index, result -> [String: Any] in
        var entry = link(result)
        entry["number"] = index + 1
        entry["isCurrent"] = index == current
        return entry
      },
    ]
  }

  private func link(_ result: ChapterResult) -> [String: Any] {
    ["url": url(result), "title": result.chapter.title]
  }

  private func badge(passed: Int, failed: Int) -> [String: Any] {
    let text =
      failed == 0
      ? (passed == 0 ? "nothing to check" : "\(counted(passed, "check")), all hold")
      : "\(failed) of \(counted(passed + failed, "check")) fail"
    return ["text": text, "state": failed == 0 ? "passed" : "failed", "url": "#checks"]
  }

  private func failures(_ result: ChapterResult) -> [[String: Any]] {
    checks(of: result).filter { $0.result.verdict == .failed }.map { check in
      ["anchor": check.anchor, "line": check.result.line, "reason": check.result.reason ?? ""]
    }
  }

  private func row(_ check: NumberedCheck) -> [String: Any] {
    let result = check.result
    return [
      "anchor": check.anchor, "number": check.number, "line": result.line, "subject": result.subject,
      "expected": result.expected, "actual": result.actual, "tolerance": result.tolerance,
      "used": result.toleranceUsed.map(Mark.percent) ?? "", "verdict": result.appearance.rawValue,
      "word": Mark.word(result), "kind": result.kind.rawValue,
    ]
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
