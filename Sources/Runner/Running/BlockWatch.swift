import Book
import Events
import Foundation
import Plan
import Synchronization

/// Follows the events of a running chapter and the resources that its processes use, and decides when to stop it.
final class BlockWatch: Sendable {
  private let blocks: [PlannedBlock]
  private let isIsolated: Bool
  /// The files with what the program prints.
  private let printed: [OpenFile]
  private let progress: @Sendable (RunStep) -> Void
  private let state: Mutex<State>

  private struct State {
    var feed: EventFeed
    var block: Int?
    // While the machine sleeps, no block runs.
    var since = SuspendingClock.now
    /// The time that the running block or piece of prose has waited for a core.
    var waited = WaitingTime()
    /// The time that code in the prose had taken when the running block or piece of prose began.
    var prose = Duration.zero
    var lastSample = SuspendingClock.now
    var processorTicks: UInt64 = 0
    var ticksBefore: UInt64 = 0
    var excess: RunFailure.Reason?
  }

  /// The time that all code outside of blocks may take together.
  private static let proseLimit = Duration.seconds(30)

  init(
    of plan: BuildPlan, events: OpenFile, printed: [OpenFile], isIsolated: Bool,
    progress: @escaping @Sendable (RunStep) -> Void
  ) {
    self.progress = progress
    self.isIsolated = isIsolated
    self.printed = printed
    blocks = plan.blocks
    state = Mutex(State(feed: EventFeed(of: plan, from: events)))
  }

  /// Reads the remaining events after the program has ended, and returns all of them.
  func finish() -> EventFeed {
    state.withLock { state in
      state.feed.finish()
      return state.feed
    }
  }

  /// The limit that the program exceeded; nil if it exceeded none, or was stopped because of its time.
  var excess: RunFailure.Reason? { state.withLock { $0.excess } ?? excessiveOutput }

  /// The limit on printed text, if the program has exceeded it. A fast program ends before it is noticed.
  private var excessiveOutput: RunFailure.Reason? {
    printed.contains { $0.size > Planner.outputLimit } ? .wroteTooMuch(bytes: Planner.outputLimit) : nil
  }

  /// Whether the running block must be stopped.
  func mustStop(_ family: ProcessFamily) -> Bool {
    state.withLock { state in
      readNewEvents(&state, family)
      let now = SuspendingClock.now
      let block = state.block.map { blocks[$0] }
      let taken = now - state.since + (block == nil ? state.prose : .zero)
      let limit = block?.timeout ?? Self.proseLimit
      // On a busy machine, the time without a core does not count.
      if taken > limit {
        state.waited.note(family.processes(most: 65))
        if taken - state.waited.total > limit { return true }
      }
      // Measuring the processes takes time, so it is not done on every call.
      guard now - state.lastSample > .milliseconds(25) else { return false }
      state.lastSample = now
      progress(.waiting)
      state.excess = excess(of: family, block, &state)
      return state.excess != nil
    }
  }

  private func excess(
    of family: ProcessFamily, _ block: PlannedBlock?, _ state: inout State
  ) -> RunFailure.Reason? {
    if let excessiveOutput { return excessiveOutput }
    let limits = block?.limits ?? BlockLimits()
    let threads = max(1024, 4 * limits.processes)
    let members = family.processes(most: limits.processes + 1)
    state.waited.note(members)
    if members.count > limits.processes { return .exceeded(.processes, limit: Double(limits.processes)) }
    if members.map(\.threads).reduce(0, +) > threads { return .exceeded(.threads, limit: Double(threads)) }
    let pages = members.map(\.residentPages).reduce(0, +)
    let unseen =
      SharedMemory.unseenBytes(of: members, above: limits.memory << 20)
      + (isIsolated ? TemporaryFiles.bytes(of: members) : 0)
    if Int(pages) * Int(sysconf(Int32(_SC_PAGESIZE))) + unseen > limits.memory << 20 {
      return .exceeded(.memory, limit: Double(limits.memory))
    }
    state.processorTicks = max(state.processorTicks, members.map(\.processorTicks).reduce(0, +))
    let used = Double(state.processorTicks - state.ticksBefore) / Double(sysconf(Int32(_SC_CLK_TCK)))
    let seconds = limits.processorSeconds ?? (block?.timeout ?? Self.proseLimit) / .seconds(1) * 4
    if used > seconds { return .exceeded(.processorTime, limit: seconds) }
    if members.contains(where: { ProcessTable.openFiles(of: $0.id) > limits.files }) {
      return .exceeded(.files, limit: Double(limits.files))
    }
    return nil
  }

  private func readNewEvents(_ state: inout State, _ family: ProcessFamily) {
    for event in state.feed.read() {
      switch event.kind {
      case .progress: progress(.progress(event.message ?? ""))
      case .blockBegan:
        state.prose += .now - state.since - state.waited.total
        begin(event.number, &state, family)
        progress(.running(block: event.number))
      case .blockEnded: begin(nil, &state, family)
      default: break
      }
    }
  }

  private func begin(_ block: Int?, _ state: inout State, _ family: ProcessFamily) {
    state.block = block
    state.since = .now
    state.waited.note(family.processes(most: 65))
    state.waited.reset()
    state.ticksBefore = state.processorTicks
  }
}
