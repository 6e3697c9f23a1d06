import Runner
import Synchronization

/// Prints a line for every fifty changes that have run, because all changes of a chapter take minutes.
final class MutationProgress: Sendable {
  private let chapter: String
  private let total: Int
  private let tried = Mutex(0)

  /// The progress of `chapter`, with none of its `total` changes tried yet.
  init(of chapter: String, total: Int) {
    self.chapter = chapter
    self.total = total
  }

  /// Counts a changed chapter that has run.
  func note(_ step: RunStep) {
    guard step == .ran else { return }
    tried.withLock { tried in
      tried += 1
      if tried % 50 == 0 { Terminal.standardError.write("\(chapter): \(tried) of \(total) changes run") }
    }
  }
}
