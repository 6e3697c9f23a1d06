import Foundation

extension Collection where Element: Sendable {
  /// The results of `body` for all elements, in order. At most `limit` calls run at the same time.
  package func concurrentMap<Made: Sendable>(
    atMost limit: Int = ProcessInfo.processInfo.activeProcessorCount,
    _ body: @escaping @Sendable (Element) async throws -> Made
  ) async throws -> [Made] {
    try await withThrowingTaskGroup(of: (Int, Made).self) { group in
      var made: [Int: Made] = [:]
      var waiting = enumerated().makeIterator()
      func startNext() {
        guard let (number, element) = waiting.next() else { return }
        group.addTask { (number, try await body(element)) }
      }
      for _ in 0..<Swift.max(1, limit) { startNext() }
      while let (number, result) = try await group.next() {
        made[number] = result
        startNext()
      }
      return (0..<count).compactMap { made[$0] }
    }
  }
}
