/// `text` with entities in place of the special characters of HTML text and quoted attributes, and with U+FFFD in place
/// of the control characters that neither HTML nor XML can hold.
package func escapeHTML(_ text: some StringProtocol) -> String {
  var escaped = ""
  escaped.reserveCapacity(text.utf8.count)
  for character in text.unicodeScalars {
    switch character {
    case "&": escaped += "&amp;"
    case "<": escaped += "&lt;"
    case ">": escaped += "&gt;"
    case "\"": escaped += "&quot;"
    // These end a page in a browser, or make it no XML.
    case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}":
      escaped.unicodeScalars.append("\u{FFFD}")
    default: escaped.unicodeScalars.append(character)
    }
  }
  return escaped
}

/// `text` with its characters in place of the entities that `escapeHTML` writes, of the non-breaking space, and of
/// numbers.
package func unescapeHTML(_ text: String) -> String {
  guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
  return text.replacing(/&(?:(amp|lt|gt|quot|apos|nbsp)|#([0-9]{1,7})|#[xX]([0-9A-Fa-f]{1,6}));/) { match in
    if let name = match.1 { return entities[name] ?? String(match.0) }
    let number = match.2.flatMap { UInt32($0) } ?? match.3.flatMap { UInt32($0, radix: 16) }
    return number.flatMap(Unicode.Scalar.init).map { String($0) } ?? String(match.0)
  }
}

private let entities: [Substring: String] = [
  "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
]
