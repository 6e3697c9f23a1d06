import FlyingFox
import FlyingSocks
import Foundation
import Synchronization

/// Serves a site that is being written, on this machine only, and tells its pages when it has changed.
package final class PreviewServer: Sendable {
  private let server: HTTPServer
  private let handler: Handler

  /// A server of `state` at `127.0.0.1`; port zero takes any that is free.
  package init(port: UInt16, state: PreviewState) throws {
    handler = Handler(answers: PreviewAnswers(state: state))
    server = HTTPServer(
      config: .init(
        address: try sockaddr_in.inet(ip4: "127.0.0.1", port: port), timeout: 60, logger: .disabled),
      handler: handler)
  }

  /// Serves until the task is cancelled; `ready` is called with the port once requests are answered.
  package func run(ready: @escaping @Sendable (UInt16) -> Void) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { [server] in try await server.run() }
      group.addTask { [server, handler] in
        try await server.waitUntilListening(timeout: 5)
        guard case .ip4(_, let port) = await server.listeningAddress else { return }
        handler.port.withLock { $0 = port }
        ready(port)
      }
      try await group.waitForAll()
    }
  }

  /// Hands requests on once the port is known that they have to name.
  private final class Handler: HTTPHandler {
    let answers: PreviewAnswers
    let port = Mutex<UInt16?>(nil)

    init(answers: PreviewAnswers) { self.answers = answers }

    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
      guard let port = port.withLock({ $0 }) else { return HTTPResponse(statusCode: .forbidden) }
      return await answers.answer(request, rules: RequestRules(port: port))
    }
  }
}
