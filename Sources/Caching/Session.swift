import Synchronization

/// Remembers the last result under each name and returns it while its input stays the same. It serves programs that
/// repeat the same work, such as a preview.
package final class Session: Sendable {
  private let entries = Mutex<[String: any Sendable]>([:])

  private struct Entry<Input: Sendable, Output: Sendable>: Sendable {
    var input: Input
    var output: Output
  }

  /// Creates a session without results.
  package init() {}

  /// The result of `make`, or the last result under `name` if its input was equal to `input`.
  ///
  /// - Parameter isLasting: Whether a result is kept until its input changes. Other results are computed each time.
  package func last<Input: Equatable & Sendable, Output: Sendable>(
    _ name: String, from input: Input, isLasting: (Output) -> Bool = { _ in true }, make: () throws -> Output
  ) rethrows -> Output {
    if let entry = entries.withLock({ $0[name] }) as? Entry<Input, Output>, entry.input == input {
      return entry.output
    }
    let output = try make()
    let entry = isLasting(output) ? Entry(input: input, output: output) : nil
    entries.withLock { $0[name] = entry }
    return output
  }
}
