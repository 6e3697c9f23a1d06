import Book
import Checks
import Plan
import Runner

/// A chapter with all that is known of it: what its page is made from.
package struct ChapterResult: Sendable, Equatable {
  /// What the author wrote.
  package var chapter: Chapter
  /// What was to be run and observed.
  package var plan: BuildPlan
  /// What came of it.
  package var record: RunRecord
  /// How it was judged.
  package var report: ChapterReport

  /// A result made of its parts.
  package init(chapter: Chapter, plan: BuildPlan, record: RunRecord, report: ChapterReport) {
    self.chapter = chapter
    self.plan = plan
    self.record = record
    self.report = report
  }
}
