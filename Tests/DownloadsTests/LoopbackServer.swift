import FlyingFox
import FlyingSocks
import Foundation
import Synchronization

/// A server of one file on this machine, with both good and bad answers of mirrors.
final class LoopbackServer: Sendable {
  let content: [UInt8]
  let ranges = Mutex<[String]>([])
  private let server: HTTPServer
  let port: UInt16
  /// Seconds for each step of the server, generous because other tests can hold all threads for minutes.
  private static let limit: TimeInterval = 600

  /// Runs `body` with a server of `content`; paths: /whole, /moved, /loop, /half (ends early), /rangeless.
  @discardableResult
  static func serving<R: Sendable>(
    _ content: [UInt8], _ body: @escaping @Sendable (LoopbackServer) throws -> R
  ) async throws -> R {
    let server = HTTPServer(
      config: .init(
        address: try sockaddr_in.inet(ip4: "127.0.0.1", port: 0), timeout: Self.limit, logger: .disabled))
    let running = Task { try await server.run() }
    try await server.waitUntilListening(timeout: Self.limit)
    guard case .ip4(_, let port) = await server.listeningAddress else { throw CancellationError() }
    let loopback = LoopbackServer(content, server, port)
    await loopback.addRoutes()
    defer { running.cancel() }
    // A download blocks, so on a thread of the server's pool it would wait for itself.
    return try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread { continuation.resume(with: Result { try body(loopback) }) }
    }
  }

  private init(_ content: [UInt8], _ server: HTTPServer, _ port: UInt16) {
    self.content = content
    self.server = server
    self.port = port
  }

  func address(_ path: String) -> String { "http://127.0.0.1:\(port)/\(path)" }

  private func addRoutes() async {
    await server.appendRoute("/whole") { [self] request in answer(request, ranged: true) }
    await server.appendRoute("/rangeless") { [self] request in answer(request, ranged: false) }
    await server.appendRoute("/moved") { [self] _ in
      HTTPResponse(statusCode: .movedPermanently, headers: HTTPHeaders([.location: address("whole")]))
    }
    await server.appendRoute("/loop") { [self] _ in
      HTTPResponse(statusCode: .movedPermanently, headers: HTTPHeaders([.location: address("loop")]))
    }
    await server.appendRoute("/file") { _ in
      HTTPResponse(statusCode: .movedPermanently, headers: HTTPHeaders([.location: "file:///etc/hostname"]))
    }
  }

  private func answer(_ request: HTTPRequest, ranged: Bool) -> HTTPResponse {
    let range = request.headers[HTTPHeader("Range")]
    ranges.withLock { $0.append(range ?? "all") }
    guard ranged, let range, let start = Int(range.dropFirst("bytes=".count).dropLast()) else {
      return HTTPResponse(statusCode: .ok, body: Data(content))
    }
    guard start < content.count else {
      return HTTPResponse(statusCode: HTTPStatusCode(416, phrase: "Range Not Satisfiable"))
    }
    return HTTPResponse(
      statusCode: HTTPStatusCode(206, phrase: "Partial Content"),
      headers: HTTPHeaders([
        HTTPHeader("Content-Range"): "bytes \(start)-\(content.count - 1)/\(content.count)"
      ]),
      body: Data(content[start...]))
  }
}
