import Book
import Caching
import Checks
import Foundation
import Plan
import Runner
import Synchronization

/// The plans and verdicts of the last build: while a book is being written all chapters but one are the same
/// as a moment ago, and parsing Swift and judging formulas take most of the time of a build that runs
/// nothing.
final class PlanShelf: Sendable {
  private let shelf = Mutex<[String: Entry]>([:])
  private let cache: ContentCache?
  private let parsed = ParsedBlocks()

  /// A shelf that keeps plans for later builds in `cache`, if one is given.
  init(cache: ContentCache?) {
    self.cache = cache
  }

  private struct Entry {
    var chapter: Chapter
    var settings: BookSettings
    var plan: (BuildPlan, [Diagnostic])
    var judged: (record: RunRecord, report: ChapterReport)?
  }

  /// The plan of `chapter`, made when it is another chapter than the last one of that path.
  func plan(_ chapter: Chapter, settings: BookSettings) -> (BuildPlan, [Diagnostic]) {
    if let entry = shelf.withLock({ $0[chapter.path] }), entry.chapter == chapter, entry.settings == settings
    {
      return entry.plan
    }
    let plan = keptPlan(chapter, settings: settings)
    shelf.withLock { $0[chapter.path] = Entry(chapter: chapter, settings: settings, plan: plan) }
    return plan
  }

  /// The plan that an earlier build made of the same text under the same settings, or a new one. A plan with
  /// something to tell is made anew, so that it is told again.
  private func keptPlan(_ chapter: Chapter, settings: BookSettings) -> (BuildPlan, [Diagnostic]) {
    let parts = ["plan", chapter.path, chapter.text] + settings.modules + ["products"] + settings.products
    let key = Fingerprint.of(parts.joined(separator: "\u{0}"))
    if let text = cache?.text(under: key),
      let plan = try? JSONDecoder().decode(BuildPlan.self, from: Data(text.utf8))
    {
      return (plan, [])
    }
    let (plan, diagnostics) = Planner.plan(chapter, settings: settings, parsed: parsed)
    if diagnostics.isEmpty, let data = try? JSONEncoder().encode(plan) {
      cache?.keep(String(decoding: data, as: UTF8.self), under: key)
    }
    return (plan, diagnostics)
  }

  /// The verdicts on `chapter`, made when the chapter or what it gave is another than at the last time.
  func report(
    on chapter: Chapter, plan: BuildPlan, record: RunRecord, cache: ContentCache?
  ) -> ChapterReport {
    if let entry = shelf.withLock({ $0[chapter.path] }), entry.chapter == chapter, let judged = entry.judged,
      judged.record == record
    {
      return judged.report
    }
    let report = Examiner.report(on: chapter, plan: plan, record: record, cache: cache)
    shelf.withLock { $0[chapter.path]?.judged = (record, report) }
    return report
  }
}
