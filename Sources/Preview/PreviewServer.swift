import FlyingSocks
import Foundation

/// Serves a site while it is being written, on this machine only, and notifies its pages of changes.
///
/// This code reads the requests itself instead of using a library, because it must limit their length, number and
/// duration before anything else.
package final class PreviewServer: Sendable {
  private let answers: PreviewAnswers
  private let port: UInt16
  private let visitors = Visitors()

  /// Creates a server of `state` at `127.0.0.1`. Port zero selects a free port.
  package init(port: UInt16, state: PreviewState) throws {
    answers = PreviewAnswers(state: state)
    self.port = port
  }

  /// Serves until the task is cancelled. Calls `ready` with the port when requests can be answered.
  package func run(ready: @escaping @Sendable (UInt16) -> Void) async throws {
    let socket = try Socket(domain: AF_INET)
    defer { try? socket.close() }
    try socket.setValue(true, for: .localAddressReuse)
    try socket.bind(to: try sockaddr_in.inet(ip4: "127.0.0.1", port: port))
    try socket.listen()
    guard case .ip4(_, let port) = try socket.sockname() else { return }
    let pool: some AsyncSocketPool = .make(maxEvents: 64)
    try await pool.prepare()
    let door = try AsyncSocket(socket: socket, pool: pool)
    ready(port)
    defer { visitors.dismiss() }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await pool.run() }
      group.addTask { try await self.admitAll(at: door, RequestRules(port: port)) }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  private func admitAll(at door: AsyncSocket, _ rules: RequestRules) async throws {
    while true {
      try Task.checkCancellation()
      do {
        let connection = Connection(socket: try await door.accept())
        visitors.admit { [answers] in await connection.serve { await answers.answer($0, rules: rules) } }
      } catch is CancellationError {
        throw CancellationError()
      } catch {
        // The visitor has left already, or the process has no free file descriptor. Later visitors may succeed.
        try await Task.sleep(for: .milliseconds(20))
      }
    }
  }
}
