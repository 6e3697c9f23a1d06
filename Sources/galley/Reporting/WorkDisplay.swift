import Foundation
import Synchronization

/// Shows how far a piece of work is, as soon as it has taken a second. A terminal gets one line that is drawn again. A log
/// gets a line every ten seconds if the work has advanced, and otherwise every minute.
final class WorkDisplay: Sendable {
  private let work: String
  private let total: Int?
  private let isTerminal: Bool
  private let start = ContinuousClock.now
  private let state = Mutex(State())

  private struct State {
    var done = 0
    var detail: String?
    var lastLine: ContinuousClock.Instant?
    var lastText = ""
    var hasEnded = false
  }

  /// Begins to show `work`, which consists of `total` parts, until `end` is called.
  init(_ work: String, of total: Int? = nil, isTerminal: Bool = isatty(STDERR_FILENO) == 1) {
    self.work = work
    self.total = total
    self.isTerminal = isTerminal
    // A thread, because the work may keep all threads of the concurrency runtime busy.
    Thread.detachNewThread { [weak self] in
      repeat { Thread.sleep(forTimeInterval: 0.1) } while self?.draw() ?? false
    }
  }

  deinit { end() }

  /// One more part is done.
  func advance() { state.withLock { $0.done += 1 } }

  /// Shows `detail` in place of a count.
  func note(_ detail: String) { state.withLock { $0.detail = detail } }

  /// Removes the line from a terminal, and shows nothing from now on.
  func end() {
    state.withLock { state in
      if isTerminal, state.lastLine != nil, !state.hasEnded {
        Terminal.standardError.write("\r\u{1B}[K", end: "")
      }
      state.hasEnded = true
    }
  }

  /// Draws the line if it is due. Returns false after the end of the work.
  private func draw() -> Bool {
    state.withLock { state in
      if state.hasEnded { return false }
      let now = ContinuousClock.now
      guard now - start > .seconds(1) else { return true }
      let count = total.map { "\(state.done) of \($0)" }
      let text = ([work] + [state.detail ?? count].compactMap(\.self)).joined(separator: ": ")
      if isTerminal {
        let seconds = (now - start) / .seconds(1)
        Terminal.standardError.write("\r\u{1B}[K\(text), \(Int(seconds)) s", end: "")
        state.lastLine = now
      } else if state.lastLine.map({ now - $0 > .seconds(text == state.lastText ? 60 : 10) }) ?? true {
        Terminal.standardError.write(text)
        state.lastLine = now
        state.lastText = text
      }
      return true
    }
  }
}
