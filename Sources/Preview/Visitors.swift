import Synchronization

/// The open connections. When there are too many, the oldest is closed; a page that waited for changes asks again.
final class Visitors: Sendable {
  private let state = Mutex<State>(State())
  /// The most open connections, which is less than the number of files that a process may open.
  private static let most = 256

  private struct State {
    var next = 0
    var tasks: [Int: Task<Void, Never>] = [:]
  }

  /// Serves another connection in a new task.
  func admit(_ serve: @escaping @Sendable () async -> Void) {
    state.withLock { state in
      let number = state.next
      state.next += 1
      if state.tasks.count >= Self.most, let oldest = state.tasks.keys.min() {
        state.tasks.removeValue(forKey: oldest)?.cancel()
      }
      state.tasks[number] = Task { [self] in
        await serve()
        leave(number)
      }
    }
  }

  private func leave(_ number: Int) { state.withLock { $0.tasks[number] = nil } }

  /// Ends all connections.
  func dismiss() { state.withLock { $0.tasks.values.forEach { $0.cancel() } } }
}
