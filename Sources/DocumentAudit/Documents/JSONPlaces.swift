/// Reads JSON and keeps the line of each text, which `JSONDecoder` does not tell.
struct JSONPlaces {
  /// A JSON value; numbers and words are of no interest here.
  enum Value {
    case object([String: Value])
    case array([Value])
    /// A text without its escapes, and the line on which it begins.
    case text([UInt8], line: Int)
    case other
  }

  private static let greatestDepth = 100

  private let bytes: [UInt8]
  private var index = 0
  private var line = 1
  private var depth = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next value; nil when the text is not JSON.
  mutating func read() -> Value? {
    skipSpace()
    guard index < bytes.count, depth < Self.greatestDepth else { return nil }
    depth += 1
    defer { depth -= 1 }
    switch bytes[index] {
    case UInt8(ascii: "{"): return readObject()
    case UInt8(ascii: "["): return readArray()
    case UInt8(ascii: "\""):
      let start = line
      return readText().map { .text($0, line: start) }
    default:
      let start = index
      while index < bytes.count, !",]}".utf8.contains(bytes[index]), bytes[index] > 32 { index += 1 }
      return index > start ? .other : nil
    }
  }

  private mutating func readObject() -> Value? {
    index += 1
    var members: [String: Value] = [:]
    while true {
      skipSpace()
      if accept("}") { return .object(members) }
      guard peek == UInt8(ascii: "\""), let name = readText() else { return nil }
      skipSpace()
      guard accept(":"), let value = read() else { return nil }
      members[String(decoding: name, as: UTF8.self)] = value
      skipSpace()
      guard accept(",") || peek == UInt8(ascii: "}") else { return nil }
    }
  }

  private mutating func readArray() -> Value? {
    index += 1
    var items: [Value] = []
    while true {
      skipSpace()
      if accept("]") { return .array(items) }
      guard let value = read() else { return nil }
      items.append(value)
      skipSpace()
      guard accept(",") || peek == UInt8(ascii: "]") else { return nil }
    }
  }

  private mutating func readText() -> [UInt8]? {
    index += 1
    var text: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return text
      case UInt8(ascii: "\\"):
        guard index < bytes.count else { return nil }
        let escaped = bytes[index]
        index += 1
        switch escaped {
        case UInt8(ascii: "n"): text.append(10)
        case UInt8(ascii: "t"): text.append(9)
        case UInt8(ascii: "r"): text.append(13)
        case UInt8(ascii: "b"), UInt8(ascii: "f"): text.append(32)
        case UInt8(ascii: "u"): text += Array(String(readScalar()).utf8)
        default: text.append(escaped)
        }
      default:
        if byte == 10 { line += 1 }
        text.append(byte)
      }
    }
    return nil
  }

  /// The scalar of `\u00e9`, or of a pair of surrogates, behind the `u`.
  private mutating func readScalar() -> Unicode.Scalar {
    let first = readHexadecimal()
    guard (0xD800..<0xDC00).contains(first), index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
    index += 2
    let second = readHexadecimal()
    guard (0xDC00..<0xE000).contains(second) else { return "\u{FFFD}" }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
  }

  private mutating func readHexadecimal() -> UInt32 {
    let digits = bytes[index..<min(index + 4, bytes.count)].prefix {
      UnicodeScalar($0).properties.isASCIIHexDigit
    }
    index += digits.count
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16) ?? 0xFFFD
  }

  private var peek: UInt8 { index < bytes.count ? bytes[index] : 0 }

  private mutating func accept(_ sign: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: sign) else { return false }
    index += 1
    return true
  }

  private mutating func skipSpace() {
    while index < bytes.count, bytes[index] <= 32 {
      if bytes[index] == 10 { line += 1 }
      index += 1
    }
  }
}
