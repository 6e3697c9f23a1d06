import Book
import Plan
import Synchronization

/// The plans of the last build: while a book is being written all chapters but one are the same as a moment ago, and
/// parsing Swift takes most of the time of a build that runs nothing.
final class PlanShelf: Sendable {
  private let shelf = Mutex<[String: Entry]>([:])

  private struct Entry {
    var chapter: Chapter
    var settings: BookSettings
    var plan: (BuildPlan, [Diagnostic])
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
}
