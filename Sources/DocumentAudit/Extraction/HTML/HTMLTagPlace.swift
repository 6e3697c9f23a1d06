/// A tag of a web page, as far as the audit looks at it.
struct HTMLTagPlace {
  /// In lower case.
  var name: String
  var isClosing: Bool
  /// The text between the name and the `>`.
  var attributes: String
  /// The position behind the `>`.
  var end: Int

  /// Reads the tag at a `<`; nil when none begins there.
  init?(_ bytes: [UInt8], at start: Int) {
    var position = start + 1
    isClosing = position < bytes.count && bytes[position] == UInt8(ascii: "/")
    if isClosing { position += 1 }
    let nameStart = position
    while position < bytes.count, Self.isNameByte(bytes[position]) { position += 1 }
    guard position > nameStart, (bytes[nameStart] | 0x20) >= 97, (bytes[nameStart] | 0x20) <= 122 else {
      return nil
    }
    name = String(decoding: bytes[nameStart..<position], as: UTF8.self).lowercased()
    let attributesStart = position
    var quote: UInt8 = 0
    while position < bytes.count, quote != 0 || bytes[position] != UInt8(ascii: ">") {
      if quote != 0 {
        if bytes[position] == quote { quote = 0 }
      } else if bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "'") {
        quote = bytes[position]
      }
      position += 1
      // A tag of a page is short; a `<` with a far `>` is a sign of a text.
      if position - start > 100_000 { return nil }
    }
    guard position < bytes.count else { return nil }
    attributes = String(decoding: bytes[attributesStart..<position], as: UTF8.self)
    end = position + 1
  }

  /// The value of an attribute, without its entities.
  func value(of attribute: String) -> String? {
    var rest = attributes[...]
    while let start = rest.firstRange(of: attribute + "=") {
      let before =
        start.lowerBound == attributes.startIndex
        ? " " : attributes[attributes.index(before: start.lowerBound)]
      rest = rest[start.upperBound...]
      guard before.isWhitespace || before == "\"" || before == "'" else { continue }
      guard let quote = rest.first else { return "" }
      if quote == "\"" || quote == "'" {
        return HTMLEntities.decoded(String(rest.dropFirst().prefix { $0 != quote }))
      }
      return HTMLEntities.decoded(String(rest.prefix { !$0.isWhitespace }))
    }
    return nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= 97 && (byte | 0x20) <= 122 || byte >= 48 && byte <= 57 || byte == UInt8(ascii: "-")
  }
}
