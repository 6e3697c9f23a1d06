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
