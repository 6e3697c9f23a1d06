import Book
import Checks
import Plan
import Runner

/// A chapter with all that is known of it: what its page is made from.
public struct ChapterResult: Sendable {
  public var chapter: Chapter
  public var plan: BuildPlan
  public var record: RunRecord
  public var report: ChapterReport

  public init(chapter: Chapter, plan: BuildPlan, record: RunRecord, report: ChapterReport) {
    self.chapter = chapter
    self.plan = plan
    self.record = record
    self.report = report
  }
}
