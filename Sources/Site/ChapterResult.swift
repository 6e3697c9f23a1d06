import Book
import Checks
import Plan
import Runner

/// A chapter with all that is known of it: what its page is made from.
public struct ChapterResult: Sendable, Equatable {
  /// What the author wrote.
  public var chapter: Chapter
  /// What was to be run and observed.
  public var plan: BuildPlan
  /// What came of it.
  public var record: RunRecord
  /// How it was judged.
  public var report: ChapterReport

  /// A result made of its parts.
  public init(chapter: Chapter, plan: BuildPlan, record: RunRecord, report: ChapterReport) {
    self.chapter = chapter
    self.plan = plan
    self.record = record
    self.report = report
  }
}
