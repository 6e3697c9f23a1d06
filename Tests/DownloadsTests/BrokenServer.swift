import Foundation

/// A server that promises a whole file, sends a part of it, and closes the connection.
enum BrokenServer {
  /// Answers one request on its own thread; returns the port.
  static func start(promising length: Int, sending bytes: [UInt8]) throws -> UInt16 {
    #if canImport(Glibc)
      let stream = Int32(SOCK_STREAM.rawValue)
    #else
      let stream = SOCK_STREAM
    #endif
    let listener = socket(AF_INET, stream, 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
        bind(listener, raw, size) == 0 && listen(listener, 1) == 0 && getsockname(listener, raw, &size) == 0
      }
    }
    guard isBound else { throw CocoaError(.fileReadUnknown) }
    Thread.detachNewThread {
      let client = accept(listener, nil, nil)
      var request = [UInt8](repeating: 0, count: 4096)
      _ = recv(client, &request, request.count, 0)
      let head = "HTTP/1.1 200 OK\r\nContent-Length: \(length)\r\nConnection: close\r\n\r\n"
      let answer = Array(head.utf8) + bytes
      _ = send(client, answer, answer.count, 0)
      close(client)
      close(listener)
    }
    return UInt16(bigEndian: address.sin_port)
  }
}
