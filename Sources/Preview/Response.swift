import Foundation

/// The answer to a request.
struct Response: Sendable {
  var status: Status
  var type = "text/plain; charset=utf-8"
  var body: Data

  enum Status: String, Sendable {
    case ok = "200 OK"
    case badRequest = "400 Bad Request"
    case forbidden = "403 Forbidden"
    case notFound = "404 Not Found"
    case methodNotAllowed = "405 Method Not Allowed"
    case headTooLong = "431 Request Header Fields Too Large"
  }

  init(_ status: Status, _ text: String) {
    self.init(status: status, body: Data(text.utf8))
  }

  init(status: Status, type: String = "text/plain; charset=utf-8", body: Data) {
    self.status = status
    self.type = type
    self.body = body
  }

  /// The bytes to send. The answer to a `HEAD` request has no body.
  func bytes(hasBody: Bool) -> Data {
    let head = """
      HTTP/1.1 \(status.rawValue)\r
      Content-Type: \(type)\r
      Content-Length: \(body.count)\r
      Cache-Control: no-store\r
      X-Content-Type-Options: nosniff\r
      Cross-Origin-Resource-Policy: same-origin\r
      Connection: close\r
      \r

      """
    return Data(head.utf8) + (hasBody ? body : Data())
  }
}
