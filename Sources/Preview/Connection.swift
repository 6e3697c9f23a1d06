import FlyingSocks
import Foundation

/// A connection for one request and its answer. It is closed when the visitor is too slow or sends too much.
struct Connection: Sendable {
  let socket: AsyncSocket

  /// The longest time for the request, and again for the answer.
  static let patience = Duration.seconds(10)

  /// Reads one request and sends the answer of `answer`.
  func serve(_ answer: @Sendable (Request) async -> Response) async {
    defer { try? socket.close() }
    do {
      let head = try await within(Self.patience) { try await readHead() }
      let request = head.flatMap { Request(head: $0) }
      let response: Response
      if let request {
        response = await answer(request)
      } else {
        response =
          head == nil
          ? Response(.headTooLong, "the request is too long\n")
          : Response(.badRequest, "the request is not valid\n")
      }
      let bytes = response.bytes(hasBody: request?.method != "HEAD")
      try await within(Self.patience) {
        try await socket.write(bytes)
        try await bidFarewell()
      }
    } catch {
      // The visitor is gone or too slow.
    }
  }

  /// The request up to its empty line; nil when it is too long.
  private func readHead() async throws -> [UInt8]? {
    var head: [UInt8] = []
    var searched = 0
    while head.count <= Request.longestHead {
      head += try await socket.read(atMost: 4096)
      let end = head[searched...].indices.first { index in
        head[index] == UInt8(ascii: "\n")
          && (head[..<index].last == UInt8(ascii: "\n") || head[..<index].suffix(2) == [10, 13])
      }
      if let end { return end <= Request.longestHead ? Array(head[...end]) : nil }
      searched = head.count
    }
    return nil
  }

  /// Reads the remaining bytes before the socket is closed, because closing it with unread bytes would discard the
  /// answer.
  private func bidFarewell() async throws {
    shutdown(socket.socket.file.rawValue, Int32(SHUT_WR))
    var rest = 1 << 20
    while rest > 0 { rest -= try await socket.read(atMost: 4096).count }
  }

  private func within<Value: Sendable>(
    _ limit: Duration, _ body: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    try await withThrowingTaskGroup(of: Value.self) { group in
      group.addTask(operation: body)
      group.addTask {
        try await Task.sleep(for: limit)
        throw CancellationError()
      }
      defer { group.cancelAll() }
      guard let value = try await group.next() else { throw CancellationError() }
      return value
    }
  }
}
