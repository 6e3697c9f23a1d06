import Book
import Checks
import Plan
import Runner

/// Plans and verdicts, both cached: most chapters are unchanged between two builds, and parsing Swift and judging
/// formulas take most of the time of a build that runs nothing.
extension Workshop {
  /// The plan of `chapter`, and its problems.
  func plan(_ chapter: Chapter, _ settings: BookSettings) -> (BuildPlan, [Diagnostic]) {
    session.last("plan \(chapter.path)", from: PlanInput(chapter: chapter, settings: settings)) {
      let parts = [chapter.path, chapter.text] + settings.modules + ["products"] + settings.products
      if let plan = cache?.value("plan", of: parts, as: BuildPlan.self) { return (plan, []) }
      let (plan, diagnostics) = Planner.plan(chapter, settings: settings, session: session)
      // A plan with diagnostics is not kept, so that they are reported every time.
      if diagnostics.isEmpty { cache?.keep(plan, "plan", of: parts) }
      return (plan, diagnostics)
    }
  }

  /// The verdicts on `chapter`.
  func report(on chapter: Chapter, _ plan: BuildPlan, _ record: RunRecord, _ live: LiveModule?)
    -> ChapterReport
  {
    let input = ReportInput(chapter: chapter, plan: plan, record: record, live: live)
    return session.last("report \(chapter.path)", from: input) {
      Examiner.report(on: chapter, plan: plan, record: record, live: live, cache: cache)
    }
  }

  private struct PlanInput: Equatable {
    var chapter: Chapter
    var settings: BookSettings
  }

  private struct ReportInput: Equatable {
    var chapter: Chapter
    var plan: BuildPlan
    var record: RunRecord
    var live: LiveModule?
  }
}
