import Synchronization

/// What was made last under each name, given again while what it was made from is the same: for a program that makes
/// the same things again and again, such as a preview.
package final class LastResults<Input: Equatable & Sendable, Output: Sendable>: Sendable {
  private let entries = Mutex<[String: (input: Input, output: Output)]>([:])

  /// Nothing made yet.
  package init() {}

  /// What `make` gives, or what it gave the last time if that was made from an equal `input`. Nil is not kept.
  package func value(_ name: String, from input: Input, make: () throws -> Output?) rethrows -> Output? {
    if let entry = entries.withLock({ $0[name] }), entry.input == input { return entry.output }
    let output = try make()
    entries.withLock { $0[name] = output.map { (input, $0) } }
    return output
  }
}
