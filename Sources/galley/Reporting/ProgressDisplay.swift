import Foundation
import Plan
import Runner
import Synchronization

/// Shows the running chapters: on a terminal a redrawn line for each and their number, elsewhere plain lines.
final class ProgressDisplay: Sendable {
  /// The number of chapters.
  private let total: Int
  private let isTerminal: Bool
  /// Tells a log how far the chapters are while none of them ends.
  private let log: WorkDisplay?
  private let state = Mutex(State())

  private struct State {
    var running: [(chapter: String, block: String, start: ContinuousClock.Instant)] = []
    var done = 0
    var drawnLines = 0
    var lastDrawn = ContinuousClock.now
  }

  init(chapters total: Int, isTerminal: Bool = isatty(STDERR_FILENO) == 1) {
    self.total = total
    self.isTerminal = isTerminal
    log = isTerminal ? nil : WorkDisplay("running the chapters", of: total, isTerminal: false)
  }

  /// Shows nothing from now on.
  func end() {
    log?.end()
    state.withLock { erase(&$0) }
  }

  /// Updates the display after a step of a chapter.
  func note(_ step: RunStep, of plan: BuildPlan) {
    state.withLock { state in
      switch step {
      case .kept:
        state.done += 1
        log?.advance()
        return
      case .compiling: state.running.append((plan.chapter, "compiling", .now))
      case .running(let block):
        guard let index = state.running.firstIndex(where: { $0.chapter == plan.chapter }) else { return }
        let line = plan.blocks.indices.contains(block) ? plan.blocks[block].position.line : 1
        state.running[index].block = "block \(block + 1) of \(plan.blocks.count), line \(line)"
      case .progress(let line):
        erase(&state)
        Terminal.standardError.write("\(plan.chapter): \(line)")
      case .waiting: break
      case .ran:
        let start = state.running.first { $0.chapter == plan.chapter }?.start ?? .now
        state.running.removeAll { $0.chapter == plan.chapter }
        erase(&state)
        state.done += 1
        log?.advance()
        Terminal.standardError.write(
          isTerminal
            ? "\(plan.chapter): ran in \(Self.seconds(since: start))"
            : "\(plan.chapter): ran (\(state.done) of \(total))")
      }
      draw(&state, isForced: step.isChange)
    }
  }

  private func draw(_ state: inout State, isForced: Bool) {
    guard isTerminal, isForced || ContinuousClock.now - state.lastDrawn > .milliseconds(100) else { return }
    erase(&state)
    for entry in state.running {
      Terminal.standardError.write("\(entry.chapter): \(entry.block), \(Self.seconds(since: entry.start))")
    }
    if total > 1 { Terminal.standardError.write("\(state.done) of \(total) chapters") }
    state.drawnLines = state.running.count + (total > 1 ? 1 : 0)
    state.lastDrawn = .now
  }

  private func erase(_ state: inout State) {
    guard isTerminal, state.drawnLines > 0 else { return }
    Terminal.standardError.write("\u{1B}[\(state.drawnLines)A\u{1B}[J", end: "")
    state.drawnLines = 0
  }

  private static func seconds(since start: ContinuousClock.Instant) -> String {
    String(format: "%.1f s", (ContinuousClock.now - start) / .seconds(1))
  }
}

extension RunStep {
  /// Whether the step changes more than the elapsed time.
  fileprivate var isChange: Bool { self != .waiting }
}
