import Foundation
import Plan
import Runner
import Synchronization

/// Shows the running chapters, with one redrawn line for each on a terminal, and plain lines elsewhere.
final class ProgressDisplay: Sendable {
  private let isTerminal: Bool
  private let state = Mutex(State())

  private struct State {
    var running: [(chapter: String, block: String, start: ContinuousClock.Instant)] = []
    var drawnLines = 0
    var lastDrawn = ContinuousClock.now
  }

  init(isTerminal: Bool = isatty(STDERR_FILENO) == 1) {
    self.isTerminal = isTerminal
  }

  /// Updates the display after a step of a chapter.
  func note(_ step: RunStep, of plan: BuildPlan) {
    state.withLock { state in
      switch step {
      case .kept: return
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
        Terminal.standardError.write(
          isTerminal ? "\(plan.chapter): ran in \(Self.seconds(since: start))" : "\(plan.chapter): ran")
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
    state.drawnLines = state.running.count
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
