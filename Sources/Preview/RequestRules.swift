import Foundation

/// Decides which requests the preview answers. A page of another site may make a browser send requests to this machine,
/// so a request must name the preview itself as its host, and as its origin if it has one.
struct RequestRules {
  var port: UInt16

  /// Whether a request with these headers comes from the preview's own pages or from a user who opened its address.
  func allow(host: String?, origin: String?) -> Bool {
    let hosts = ["127.0.0.1:\(port)", "localhost:\(port)"]
    guard let host, hosts.contains(host.lowercased()) else { return false }
    guard let origin else { return true }
    return hosts.contains { origin.lowercased() == "http://" + $0 }
  }

  /// `/` → `index.html`, `/a%20b.html` → `a b.html`; nil for a path that cannot be a file of a site.
  static func fileName(ofPath path: String) -> String? {
    guard path.hasPrefix("/"), let decoded = path.removingPercentEncoding else { return nil }
    let name = decoded.dropFirst()
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard !parts.contains(".."), !name.contains("\0"), !name.contains("\\") else { return nil }
    return name.isEmpty || name.hasSuffix("/") ? name + "index.html" : String(name)
  }

  /// The media type of a file, by its extension.
  static func contentType(of name: String) -> String {
    switch name.split(separator: ".").last {
    case "html": "text/html; charset=utf-8"
    case "css": "text/css; charset=utf-8"
    case "js": "text/javascript; charset=utf-8"
    case "json": "application/json"
    case "svg": "image/svg+xml"
    case "png": "image/png"
    case "jpg", "jpeg": "image/jpeg"
    case "woff2": "font/woff2"
    case "woff": "font/woff"
    case "ttf": "font/ttf"
    default: "application/octet-stream"
    }
  }
}
