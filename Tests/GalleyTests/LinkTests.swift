import Foundation
import Synchronization
import TestSupport
import Testing

@Suite(
  "Links out of the book", .enabled(if: hasCurl, "no curl is installed, so that links are not tried"), .heavy)
struct LinkTests {
  @Test("each link is tried once on request: a missing page is an error, a refusal or silence is a warning")
  func outcomes() throws {
    let server = try LinkServer()
    defer { server.stop() }
    let address = server.address
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
    // A server cannot redirect the program to files of the machine.
    #expect(errors.contains("warning: the link leads to '\(address)/file', which cannot be reached: "))
    #expect(server.requests.count { $0 == "HEAD /ok" } == 2, "once for itself, once behind the redirection")
    #expect(!server.requests.contains("GET /ok"))
  }
}

private let hasCurl = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
  FileManager.default.isExecutableFile(atPath: "\($0)/curl")
}

/// A server on this machine, with a page for every kind of answer.
///
/// It has its own thread, because tests that wait for programs may block all threads that run tasks.
private final class LinkServer: Sendable {
  let address: String
  private let listener: Int32
  private let received = Mutex<[String]>([])

  struct NoSocket: Error {}

  init() throws {
    #if canImport(Glibc)
      listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      listener = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    name.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = listener
    let isListening = withUnsafeMutablePointer(to: &name) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && listen(descriptor, 16) == 0
          && getsockname(descriptor, $0, &length) == 0
      }
    }
    guard isListening else { throw NoSocket() }
    address = "http://127.0.0.1:\(UInt16(bigEndian: name.sin_port))"
    Thread.detachNewThread { [self] in
      while true {
        let connection = accept(listener, nil, nil)
        if connection < 0 { return }
        answer(connection)
        close(connection)
      }
    }
  }

  /// Ends the thread.
  func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

  /// `HEAD /ok`, in the order in which they came.
  var requests: [String] { received.withLock { $0 } }

  private func answer(_ connection: Int32) {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = read(connection, &buffer, buffer.count)
    let words = String(decoding: buffer.prefix(max(count, 0)), as: UTF8.self).split(separator: " ")
    guard words.count > 1 else { return }
    received.withLock { $0.append("\(words[0]) \(words[1])") }
    let status =
      switch words[1] {
      case "/ok": "200 OK"
      case "/moved": "301 Moved Permanently\r\nLocation: /ok"
      case "/file": "302 Found\r\nLocation: file:///etc/hostname"
      case "/get-only": words[0] == "GET" ? "200 OK" : "404 Not Found"
      case "/gone": "410 Gone"
      case "/busy": "503 Service Unavailable"
      default: "404 Not Found"
      }
    let answer = Array("HTTP/1.1 \(status)\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".utf8)
    _ = write(connection, answer, answer.count)
  }
}
