import Synchronization

/// The connections that are open. When there are too many the oldest goes: a page that waited for changes asks again.
final class Visitors: Sendable {
  private let state = Mutex<State>(State())
  /// Fewer than a process may have files open.
  private static let most = 256

  private struct State {
    var next = 0
    var tasks: [Int: Task<Void, Never>] = [:]
  }

  /// Begins to serve another one.
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

  /// Ends all of them.
  func dismiss() { state.withLock { $0.tasks.values.forEach { $0.cancel() } } }
}
