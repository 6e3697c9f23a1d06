import Foundation
import Testing

@testable import Preview

@Suite("A hostile visitor", .timeLimit(.minutes(5)), .serialized)
struct HostileVisitorTests {
  /// The bytes on the connection.
  final class Wire {
    let descriptor: Int32

    init(port: UInt16) throws {
      #if canImport(Darwin)
        descriptor = socket(AF_INET, SOCK_STREAM, 0)
      #else
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      #endif
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = port.bigEndian
      address.sin_addr.s_addr = inet_addr("127.0.0.1")
      let status = withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
      if status != 0 { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
      var limit = timeval(tv_sec: 600, tv_usec: 0)
      setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { close(descriptor) }

    func send(_ text: String) {
      let bytes = Array(text.utf8)
      #if canImport(Darwin)
        _ = Darwin.send(descriptor, bytes, bytes.count, 0)
      #else
        _ = Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
      #endif
    }

    /// All bytes until the connection is closed.
    func answer() -> String {
      var all: [UInt8] = []
      var piece = [UInt8](repeating: 0, count: 1 << 16)
      while case let count = read(descriptor, &piece, piece.count), count > 0 { all += piece[..<count] }
      return String(decoding: all, as: UTF8.self)
    }
  }

  /// Runs `body` with the port of a server of one page. `body` blocks, so it has its own thread and leaves the threads
  /// of the pool to the server.
  private func serving(_ body: @escaping @Sendable (UInt16) throws -> Void) async throws {
    let state = PreviewState()
    state.show(files: ["index.html": Data("<p>hello</p>".utf8)], problems: [])
    let server = try PreviewServer(port: 0, state: state)
    let (ports, told) = AsyncStream<UInt16>.makeStream()
    let running = Task { try await server.run { told.yield($0) } }
    defer { running.cancel() }
    var iterator = ports.makeAsyncIterator()
    let port = try #require(await iterator.next())
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread { continuation.resume(with: Result { try body(port) }) }
    }
    running.cancel()
    _ = await running.result
  }

  private static func page(_ port: UInt16, method: String = "GET", headers: String = "") throws -> String {
    let wire = try Wire(port: port)
    wire.send("\(method) / HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\(headers)\r\n")
    return wire.answer()
  }

  private static func expectPage(_ port: UInt16) throws {
    let page = try page(port)
    #expect(page.contains("hello"))
  }

  @Test("the answer to a HEAD request has no body")
  func head() async throws {
    try await serving { port in
      let whole = try Self.page(port)
      let head = try Self.page(port, method: "HEAD")
      #expect(whole.hasPrefix("HTTP/1.1 200 OK\r\n") && whole.contains("<p>hello</p>"))
      #expect(whole.hasPrefix(head) && head.hasSuffix("\r\n\r\n") && head.contains("Content-Length: "))
    }
  }

  @Test("a malformed or endless request is refused")
  func malformed() async throws {
    try await serving { port in
      let host = "Host: 127.0.0.1:\(port)\r\n"
      for request in [
        "\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/2\r\n\(host)\r\n", "GET x HTTP/1.1\r\n\(host)\r\n",
        "GET http://127.0.0.1/ HTTP/1.1\r\n\(host)\r\n", "GET / HTTP/1.1\r\n\(host)nonsense\r\n\r\n",
        "GET / HTTP/1.1\r\n\(host)\(host)\r\n", "GET / / HTTP/1.1\r\n\(host)\r\n",
      ] {
        let wire = try Wire(port: port)
        wire.send(request)
        #expect(wire.answer().hasPrefix("HTTP/1.1 400 "), "\(request)")
      }
      for request in [
        "GET /" + String(repeating: "a", count: 200_000) + " HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nX: " + String(repeating: "a", count: 16_000) + "\r\n\r\n",
        "GET / HTTP/1.1\r\n" + String(repeating: "X: a\r\n", count: 5000) + "\r\n",
        String(repeating: "\0", count: 20_000),
      ] {
        let wire = try Wire(port: port)
        wire.send(request)
        #expect(wire.answer().hasPrefix("HTTP/1.1 431 "))
      }
      try Self.expectPage(port)
    }
  }

  @Test("slow, silent and non-reading visitors do not block others")
  func slow() async throws {
    try await serving { port in
      let slow = try (0..<50).map { _ in try Wire(port: port) }
      for wire in slow { wire.send("GET / HT") }
      let waiting = try (0..<50).map { _ in try Wire(port: port) }
      for wire in waiting {
        wire.send("GET /.galley/changes?after=none HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n")
      }
      for _ in 0..<20 { try Self.expectPage(port) }
      // The server drops slow visitors after a while.
      #expect(slow[0].answer().isEmpty)
    }
  }

  @Test("after a thousand connections the server accepts another one")
  func many() async throws {
    try await serving { port in
      var wires: [Wire] = []
      for _ in 0..<1000 {
        // The test process may have reached its limit of open files.
        guard let wire = try? Wire(port: port) else { break }
        wire.send("GET / HTTP/1.1\r\n")
        wires.append(wire)
        if wires.count > 300 { wires.removeFirst() }
      }
      try Self.expectPage(port)
    }
  }
}
