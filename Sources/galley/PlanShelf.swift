import Book
import Caching
import Checks
import Plan
import Runner
import Synchronization

/// The plans and verdicts of the last build: while a book is being written all chapters but one are the same as a moment ago, and
/// parsing Swift and judging formulas take most of the time of a build that runs nothing.
final class PlanShelf: Sendable {
  private let shelf = Mutex<[String: Entry]>([:])

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
    let plan = Planner.plan(chapter, settings: settings)
    shelf.withLock { $0[chapter.path] = Entry(chapter: chapter, settings: settings, plan: plan) }
    return plan
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
