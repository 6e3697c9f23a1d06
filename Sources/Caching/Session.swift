import Synchronization

/// What was made last under each name, given again while what it was made from is the same: for a program that makes
/// the same things again and again, such as a preview.
package final class Session: Sendable {
  private let entries = Mutex<[String: any Sendable]>([:])

  private struct Entry<Input: Sendable, Output: Sendable>: Sendable {
    var input: Input
    var output: Output
  }

  /// Nothing made yet.
  package init() {}

  /// What `make` gives, or what it gave the last time if that was made from an equal `input`.
  ///
  /// - Parameter isLasting: Whether the result holds until its input changes; another one is made anew each time.
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
