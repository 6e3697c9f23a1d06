import Foundation

/// Which requests the preview answers. A page of another site may make a browser send requests to this machine, so
/// only those are answered that name the preview itself as host and as origin.
struct RequestRules {
  var port: UInt16

  /// Whether a request with these headers comes from the preview's own pages or from its address typed in.
  func allow(host: String?, origin: String?) -> Bool {
    let hosts = ["127.0.0.1:\(port)", "localhost:\(port)"]
    guard let host, hosts.contains(host.lowercased()) else { return false }
    guard let origin else { return true }
    return hosts.contains { origin.lowercased() == "http://" + $0 }
  }

  /// `/` → `index.html`, `/a%20b.html` → `a b.html`; nil for what cannot be a file of a site.
  static func fileName(ofPath path: String) -> String? {
    guard path.hasPrefix("/"), let decoded = path.removingPercentEncoding else { return nil }
    let name = decoded.dropFirst()
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard !parts.contains(".."), !name.contains("\0"), !name.contains("\\") else { return nil }
    return name.isEmpty || name.hasSuffix("/") ? name + "index.html" : String(name)
  }

  /// By the ending of a file's name.
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
