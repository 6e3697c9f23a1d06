/// Waits until `condition` holds, and returns false when it has not held after 60,000 looks at least 10 ms apart.
///
/// The limit counts looks, not seconds: on a busy machine other tests can hold all threads for minutes, and a deadline
/// would pass before the condition was looked at once.
package func eventually(_ condition: () async throws -> Bool) async throws -> Bool {
  for _ in 0..<60_000 {
    if try await condition() { return true }
    try await Task.sleep(for: .milliseconds(10))
  }
  return false
}
