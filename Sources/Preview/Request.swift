import Foundation

/// The first line and the headers of a request. The body is never read.
struct Request: Equatable {
  var method: String
  /// The path with its percent encoding.
  var path: String
  private var query: String
  private var headers: [String: String] = [:]

  /// The greatest length of a request up to its empty line, in bytes.
  static let longestHead = 8 << 10

  /// Reads a request up to its empty line; nil when it is not valid.
  init?(head: [UInt8]) {
    guard let text = String(validating: head, as: UTF8.self) else { return nil }
    let lines = text.split(whereSeparator: \.isNewline)
    let words = (lines.first ?? "").split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard words.count == 3, words[2].hasPrefix("HTTP/1."), words[1].hasPrefix("/") else { return nil }
    method = words[0]
    let target = words[1].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    path = String(target[0])
    query = target.count > 1 ? String(target[1]) : ""
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { return nil }
      let value = parts[1].trimmingCharacters(in: .whitespaces)
      // A request must not have two hosts.
      guard
        headers.updateValue(value, forKey: parts[0].lowercased()) == nil || parts[0].lowercased() != "host"
      else { return nil }
    }
  }

  /// The value of a header; upper and lower case do not matter in its name.
  func header(_ name: String) -> String? { headers[name.lowercased()] }

  /// The decoded value of a parameter in the query.
  func parameter(_ name: String) -> String? {
    for pair in query.split(separator: "&") where pair.hasPrefix(name + "=") {
      return pair.dropFirst(name.count + 1).removingPercentEncoding
    }
    return nil
  }
}
