import Book
import Checks
import Plan
import Runner

/// A chapter with its plan, its run and its report. The chapter's page is made from them.
package struct ChapterResult: Sendable, Equatable {
  /// The parsed chapter.
  package var chapter: Chapter
  /// The code to run and the values to observe.
  package var plan: BuildPlan
  /// The output and the observed values of the run.
  package var record: RunRecord
  /// The verdicts on the chapter's checks.
  package var report: ChapterReport
  /// Its live blocks, compiled for the page; nil if it has none.
  package var live: LiveModule?
  /// The names in its code, with their types; nil if they are not known.
  package var names: CodeNames?

  /// Creates a result from its parts.
  package init(
    chapter: Chapter, plan: BuildPlan, record: RunRecord, report: ChapterReport, live: LiveModule? = nil,
    names: CodeNames? = nil
  ) {
    self.chapter = chapter
    self.plan = plan
    self.record = record
    self.report = report
    self.live = live
    self.names = names
  }
}
