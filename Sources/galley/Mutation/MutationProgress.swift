import Runner
import Synchronization

/// How many of a chapter's changes have been tried: a line for every fifty, since they take minutes.
final class MutationProgress: Sendable {
  private let chapter: String
  private let total: Int
  private let tried = Mutex(0)

  /// None of `total` changes tried yet.
  init(of chapter: String, total: Int) {
    self.chapter = chapter
    self.total = total
  }

  /// Takes note of a step of a changed chapter.
  func note(_ step: RunStep) {
    guard step == .ran else { return }
    tried.withLock { tried in
      tried += 1
      if tried % 50 == 0 { Terminal.standardError.write("\(chapter): \(tried) of \(total) changes run") }
    }
  }
}
