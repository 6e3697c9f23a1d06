import Events
import Foundation
import Synchronization

/// Follows the events of a running chapter and knows when a block has taken too long.
final class BlockWatch: Sendable {
  private let eventsPath: String
  private let timeouts: [Duration]
  private let state = Mutex(State())

  private struct State {
    var bytesRead: UInt64 = 0
    var partialLine = ""
    var block: Int?
    var since = ContinuousClock.now
  }

  init(eventsPath: String, timeouts: [Duration]) {
    self.eventsPath = eventsPath
    self.timeouts = timeouts
  }

  /// Whether the block that runs now has run for longer than it may.
  func isOverdue() -> Bool {
    state.withLock { state in
      readNewEvents(&state)
      let limit = state.block.flatMap { timeouts.indices.contains($0) ? timeouts[$0] : nil } ?? .seconds(30)
      return ContinuousClock.now - state.since > limit
    }
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
      // Every sign of progress counts, but only the beginning of a block says which one runs.
      state.since = .now
      guard line.contains("\"blockBegan\""),
        let event = try? JSONDecoder().decode(Event.self, from: Data(line.utf8))
      else { continue }
      if event.kind == .blockBegan { state.block = event.number }
    }
  }
}
