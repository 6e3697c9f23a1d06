/// Formats JSON for people. Objects take several lines, and lists of numbers fill their lines.
package enum ReadableJSON {
  /// Formats `json`, which must be compact and valid.
  package static func text(_ json: String, indent: Int = 0) -> String {
    var parser = Layout(bytes: Array(json.utf8))
    return parser.value(indent)
  }

  private struct Layout {
    let bytes: [UInt8]
    var index = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func value(_ indent: Int) -> String {
      switch bytes[index] {
      case UInt8(ascii: "{"): return list("{", "}", indent) { $0.member(indent + 2) }
      case UInt8(ascii: "["): return list("[", "]", indent) { $0.value(indent + 2) }
      default: return scalar()
      }
    }

    private mutating func member(_ indent: Int) -> String {
      let name = scalar()
      index += 1
      return name + ": " + value(indent)
    }

    private mutating func list(
      _ open: String, _ close: String, _ indent: Int, _ item: (inout Self) -> String
    ) -> String {
      index += 1
      var items: [String] = []
      while bytes[index] != close.utf8.first {
        if bytes[index] == UInt8(ascii: ",") { index += 1 }
        items.append(item(&self))
      }
      index += 1
      if items.isEmpty { return open + close }
      let isFlat = open == "[" && !items.contains { $0.hasPrefix("{") || $0.hasPrefix("[") }
      let space = String(repeating: " ", count: indent + 2)
      let lines = isFlat ? filled(items, width: 110 - indent) : items
      let separator = ",\n" + space
      return
        "\(open)\n\(space)\(lines.joined(separator: separator))\n\(String(repeating: " ", count: indent))\(close)"
    }

    private func filled(_ items: [String], width: Int) -> [String] {
      var lines: [String] = []
      for item in items {
        if let last = lines.last, last.utf8.count + item.utf8.count + 2 <= width {
          lines[lines.count - 1] = last + ", " + item
        } else {
          lines.append(item)
        }
      }
      return lines
    }

    /// Reads a number, a word such as `true`, or a string.
    private mutating func scalar() -> String {
      let start = index
      if bytes[index] == UInt8(ascii: "\"") {
        index += 1
        while bytes[index] != UInt8(ascii: "\"") { index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1 }
        index += 1
      } else {
        while index < bytes.count, !Array(",]}".utf8).contains(bytes[index]) { index += 1 }
      }
      return String(decoding: bytes[start..<index], as: UTF8.self)
    }
  }
}
