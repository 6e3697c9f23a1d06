import FlyingFox
import Foundation
import Synchronization
import Testing

@Suite("Links out of the book", .enabled(if: hasCurl, "no curl is installed, so that links are not tried"))
struct LinkTests {
  @Test("each link is tried once when asked: what is gone is an error, what refuses or is silent a warning")
  func outcomes() async throws {
    let server = try LinkServer()
    let task = Task { try await server.run() }
    defer { task.cancel() }
    let address = try await server.address()
    let book = try TemporaryBook([
      "01-a.md": """
      # A

      [a](\(address)/ok#place) [b](\(address)/ok)

      [c](\(address)/moved), [d](\(address)/get-only)

      [e](\(address)/gone), [f](\(address)/nowhere)

      [g](\(address)/busy) [h](http://127.0.0.1:9/) [i](mailto:a@example.org)

      [j](\(address)/file)

      ```swift-run
      1 // == 1
      ```

      """
    ])
    let quiet = try book.galley("check")
    #expect(quiet.status == 0, "\(quiet.errors)")
    #expect(server.requests.isEmpty)

    let result = try book.galley("check", "--links", environment: ["no_proxy": "*"])
    #expect(result.status == 2)
    let path = "Chapters/01-a.md"
    #expect(result.output.contains("\(path):3:5: \(address)/ok#place: 200\n"), "\(result.output)")
    #expect(result.output.contains("\(address)/moved: 200, now \(address)/ok\n"))
    #expect(result.output.contains("\(address)/get-only: 200\n"))
    #expect(result.output.contains("mailto:a@example.org: not tried"))
    let errors = result.errors
    #expect(
      errors.contains("\(path):7:5: error: the link leads to '\(address)/gone', and the server answers 410"),
      "\(errors)")
    #expect(errors.contains("error: the link leads to '\(address)/nowhere', and the server answers 404"))
    #expect(
      errors.contains("\(path):9:5: warning: the link leads to '\(address)/busy', and the server answers 503")
    )
    #expect(errors.contains("warning: the link leads to 'http://127.0.0.1:9/', which cannot be reached: "))
    // A server cannot lead the program to the machine's own files.
    #expect(errors.contains("warning: the link leads to '\(address)/file', which cannot be reached: "))
    #expect(server.requests.count { $0 == "HEAD /ok" } == 2, "once for itself, once behind the redirection")
    #expect(!server.requests.contains("GET /ok"))
  }
}

private let hasCurl = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
  FileManager.default.isExecutableFile(atPath: "\($0)/curl")
}

/// A server on this machine whose pages have every fate.
private final class LinkServer: Sendable {
  private let server: HTTPServer
  private let handler = Handler()

  init() throws {
    server = HTTPServer(
      config: .init(address: try sockaddr_in.inet(ip4: "127.0.0.1", port: 0), logger: .disabled),
      handler: handler)
  }

  func run() async throws { try await server.run() }

  func address() async throws -> String {
    try await server.waitUntilListening(timeout: 5)
    guard case .ip4(_, let port) = await server.listeningAddress else { return "" }
    return "http://127.0.0.1:\(port)"
  }

  /// `HEAD /ok`, in the order in which they came.
  var requests: [String] { handler.requests.withLock { $0 } }

  private final class Handler: HTTPHandler {
    let requests = Mutex<[String]>([])

    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
      requests.withLock { $0.append("\(request.method.rawValue) \(request.path)") }
      switch request.path {
      case "/ok": return HTTPResponse(statusCode: .ok)
      case "/moved":
        return HTTPResponse(statusCode: .movedPermanently, headers: HTTPHeaders([.location: "/ok"]))
      case "/file":
        return HTTPResponse(statusCode: .found, headers: HTTPHeaders([.location: "file:///etc/hostname"]))
      case "/get-only": return HTTPResponse(statusCode: request.method == .GET ? .ok : .notFound)
      case "/gone": return HTTPResponse(statusCode: .gone)
      case "/busy": return HTTPResponse(statusCode: .serviceUnavailable)
      default: return HTTPResponse(statusCode: .notFound)
      }
    }
  }
}
