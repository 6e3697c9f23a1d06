import Book
import Checks

extension PageComposer {
  /// The first page: what the book is, its chapters, and how far it can be trusted.
  func indexPage(_ bodies: [BodyRenderer.Body]) -> String {
    var content = common(page: "index.html", title: settings.title, summary: settings.summary)
    content["isIndex"] = true
    content["badge"] = badge(passed: report.passed, failed: report.failed, url: "verification.html")
    content["chapters"] = results.enumerated().map { chapter, result in
      var row = link(result)
      row["number"] = chapter + 1
      row["summary"] = result.chapter.summary
      row["count"] = counted(result.report.checks.count, "check")
      row["marks"] = checks(of: chapter).map { check in
        [
          "anchor": check.anchor, "verdict": check.result.appearance.rawValue,
          "title": "line \(check.result.line): \(Mark.summary(check.result))",
        ]
      }
      return row
    }
    content["state"] = state(bodies)
    content["sources"] = settings.sources.map { ["title": $0.title, "note": $0.note] }
    content["hasSources"] = !settings.sources.isEmpty
    return templates.render("index", content)
  }

  /// Every check of the book with its margin.
  func verificationPage(_ bodies: [BodyRenderer.Body]) -> String {
    var content = common(
      page: "verification.html", title: "Verification",
      summary: "Every check of this book: what was expected, what the code gave, and how close it came.")
    content["breadcrumb"] = "Verification"
    content["badge"] = badge(passed: report.passed, failed: report.failed, url: "report.json")
    content["state"] = state(bodies)
    content["mutations"] = mutations()
    content["chapters"] = results.indices.map { chapter in
      var row = link(results[chapter])
      row["number"] = chapter + 1
      row["hasChecks"] = !results[chapter].report.checks.isEmpty
      row["checks"] = checks(of: chapter).map { self.row($0, of: chapter, page: results[chapter].page) }
      return row
    }
    return templates.render("verification", content)
  }

  /// One check as a row of a table. `page` is empty on the check's own page.
  func row(_ check: NumberedCheck, of chapter: Int, page: String) -> [String: Any] {
    let result = check.result
    let place = index.outlines[chapter].places[result.line]
    let isElsewhere = !page.isEmpty
    return [
      "anchor": isElsewhere ? "chapter-\(chapter + 1)-\(check.anchor)" : check.anchor, "number": check.number,
      "line": result.line, "subject": result.subject, "expected": result.expected, "actual": result.actual,
      "place": place.map { "\(page)#\($0)" } ?? (isElsewhere ? "\(page)#\(check.anchor)" : ""),
      "tolerance": result.tolerance, "used": result.toleranceUsed.map(Mark.percent) ?? "",
      "share": result.toleranceUsed.map { Int(($0 * 100).rounded(.up)) } ?? 0,
      "verdict": result.appearance.rawValue, "word": Mark.word(result), "kind": Mark.kind(result),
    ]
  }

  /// What was verified, in numbers.
  private func state(_ bodies: [BodyRenderer.Body]) -> [[String: Any]] {
    let computed = results.flatMap(\.plan.probes).count { probe in
      if case .inline = probe.purpose { true } else { false }
    }
    let declared = report.chapters.flatMap(\.checks).count { $0.appearance == .declared }
    let counts = [
      (results.count, "chapter"), (results.map { $0.plan.blocks.count }.reduce(0, +), "block run"),
      (report.passed + report.failed, "check"), (report.failed, "failed"),
      (declared, "published mistake"), (results.flatMap(\.report.formulas).count, "formula read"),
      (index.numbering.figureCount, "figure"), (computed, "number computed"),
    ]
    return counts.map { count, noun in
      let plural = count == 1 || noun == "failed" ? noun : Self.plural(noun)
      return ["count": count, "noun": plural, "isFailure": noun == "failed" && count > 0]
    }
  }

  /// `block run` → `blocks run`
  private static func plural(_ noun: String) -> String {
    let words = noun.split(separator: " ", maxSplits: 1)
    if noun.hasPrefix("published") { return noun + "s" }
    return ([words[0] + "s"] + words.dropFirst()).joined(separator: " ")
  }
}
