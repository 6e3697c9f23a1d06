import Book
import Events
import Foundation
import Synchronization

/// Follows the events of a running chapter and what its processes use, and knows when a block has had enough.
final class BlockWatch: Sendable {
  private let eventsPath: String
  private let blocks: [Allowance]
  private let progress: @Sendable (RunStep) -> Void
  private let state = Mutex(State())

  /// What one block may take.
  struct Allowance {
    var timeout: Duration
    var limits: BlockLimits
  }

  private struct State {
    var bytesRead: UInt64 = 0
    var partialLine = ""
    var block: Int?
    var since = ContinuousClock.now
    var lastSample = ContinuousClock.now
    var processorTicks: UInt64 = 0
    var ticksBefore: UInt64 = 0
    var excess: RunFailure.Reason?
  }

  init(eventsPath: String, blocks: [Allowance], progress: @escaping @Sendable (RunStep) -> Void) {
    self.progress = progress
    self.eventsPath = eventsPath
    self.blocks = blocks
  }

  /// Which limit was passed, when a program was stopped for one other than its time.
  var excess: RunFailure.Reason? { state.withLock { $0.excess } }

  /// Whether the block that runs now has to be stopped.
  func mustStop(_ family: ProcessFamily) -> Bool {
    state.withLock { state in
      readNewEvents(&state)
      let allowance =
        state.block.flatMap { blocks.indices.contains($0) ? blocks[$0] : nil }
        ?? Allowance(timeout: .seconds(30), limits: BlockLimits())
      let now = ContinuousClock.now
      if now - state.since > allowance.timeout { return true }
      // Looking at all processes takes a millisecond, so it is not done at every turn.
      guard now - state.lastSample > .milliseconds(25) else { return false }
      state.lastSample = now
      progress(.waiting)
      state.excess = excess(of: family, allowance, &state)
      return state.excess != nil
    }
  }

  private func excess(
    of family: ProcessFamily, _ allowance: Allowance, _ state: inout State
  ) -> RunFailure.Reason? {
    let members = family.members(of: .now())
    let limits = allowance.limits
    if members.count > limits.processes { return .exceeded(.processes, limit: Double(limits.processes)) }
    let pages = members.map(\.residentPages).reduce(0, +)
    if Int(pages) * Int(sysconf(Int32(_SC_PAGESIZE))) > limits.memory << 20 {
      return .exceeded(.memory, limit: Double(limits.memory))
    }
    state.processorTicks = max(state.processorTicks, members.map(\.processorTicks).reduce(0, +))
    let used = Double(state.processorTicks - state.ticksBefore) / Double(sysconf(Int32(_SC_CLK_TCK)))
    let seconds = limits.processorSeconds ?? allowance.timeout / .seconds(1) * 4
    if used > seconds { return .exceeded(.processorTime, limit: seconds) }
    if members.contains(where: { ProcessTable.openFiles(of: $0.id) > limits.files }) {
      return .exceeded(.files, limit: Double(limits.files))
    }
    return nil
  }

  private func readNewEvents(_ state: inout State) {
    guard let file = FileHandle(forReadingAtPath: eventsPath) else { return }
    defer { try? file.close() }
    try? file.seek(toOffset: state.bytesRead)
    guard let data = try? file.readToEnd(), !data.isEmpty else { return }
    state.bytesRead += UInt64(data.count)
    let text = state.partialLine + String(decoding: data, as: UTF8.self)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    state.partialLine = lines.popLast().map(String.init) ?? ""
    for line in lines {
      // Numbers of the prose stand outside of all blocks: there every one counts as progress.
      if state.block == nil { state.since = .now }
      if line.contains("\"progress\""),
        let event = try? JSONDecoder().decode(Event.self, from: Data(line.utf8)), event.kind == .progress
      {
        progress(.progress(event.message ?? ""))
      }
      guard line.contains("\"blockBegan\"") || line.contains("\"blockEnded\""),
        let event = try? JSONDecoder().decode(Event.self, from: Data(line.utf8)),
        event.kind == .blockBegan || event.kind == .blockEnded
      else { continue }
      state.since = .now
      state.ticksBefore = state.processorTicks
      state.block = event.kind == .blockBegan ? event.number : nil
      if let block = state.block { progress(.running(block: block)) }
    }
  }
}
