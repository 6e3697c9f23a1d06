import Foundation
import Testing

/// A trait for tests that compile or start programs. Each test takes one of a few places, so that a busy machine runs
/// only a few of them at a time; the time limit of a test starts when it has a place. Each test has its own thread, so
/// a test that waits for a program does not block other tests.
package struct Heavy: TestTrait, SuiteTrait, TestScoping {
  /// The time limit of a test, generous because other tests may use the machine.
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
  /// The test compiles or starts programs, and takes one of a few places for that.
  package static var heavy: Self { .heavy(.seconds(1200)) }

  /// The test compiles or starts programs, with its own time limit.
  package static func heavy(_ limit: Duration) -> Self { Heavy(limit: limit) }
}
