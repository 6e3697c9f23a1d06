import Foundation
import Testing

/// For tests that compile or start programs. Each takes one of a few places, so that a busy machine runs a few of them
/// at a time instead of all; its time counts from there. They have threads of their own: one that waits for a program
/// keeps no other test from going on.
package struct Heavy: TestTrait, SuiteTrait, TestScoping {
  /// The longest that a test may take, generous because others may need the machine.
  var limit: Duration

  package var isRecursive: Bool { true }

  package func scopeProvider(for test: Test, testCase: Test.Case?) -> Self? { testCase == nil ? nil : self }

  package func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    try await Places.shared.hold {
      try await withTaskExecutorPreference(WaitingThreads.shared) {
        try await withoutActuallyEscaping(function) { function in
          try await withThrowingTaskGroup { group in
            group.addTask { try await function() }
            group.addTask {
              try await Task.sleep(for: limit)
              throw TookTooLong(limit: limit)
            }
            defer { group.cancelAll() }
            try await group.next()
          }
        }
      }
    }
  }

  private struct TookTooLong: Error, CustomStringConvertible {
    var limit: Duration
    var description: String { "the test did not end within \(limit)" }
  }
}

extension Trait where Self == Heavy {
  /// Compiles or starts programs, and takes one of a few places for that.
  package static var heavy: Self { .heavy(.seconds(1200)) }

  /// Compiles or starts programs, with a limit of its own.
  package static func heavy(_ limit: Duration) -> Self { Heavy(limit: limit) }
}
