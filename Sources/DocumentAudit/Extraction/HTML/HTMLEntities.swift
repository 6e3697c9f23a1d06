/// The entities of HTML that occur in formulas and in text around them.
enum HTMLEntities {
  private static let named: [String: String] = [
    "lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'", "nbsp": " ", "minus": "−", "times": "×",
    "middot": "·", "le": "≤", "ge": "≥", "ne": "≠", "asymp": "≈", "hellip": "…", "ndash": "–", "mdash": "—",
    "lbrace": "{", "rbrace": "}", "lbrack": "[", "rbrack": "]", "bsol": "\\", "dollar": "$", "lowbar": "_",
    "Hat": "^", "num": "#", "thinsp": " ", "ensp": " ", "emsp": " ", "prime": "′", "plusmn": "±",
  ]

  /// The text with its entities replaced; an entity that is not known stays as it is.
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var output = ""
    var rest = text[...]
    while let sign = rest.firstIndex(of: "&") {
      output += rest[..<sign]
      rest = rest[sign...]
      let name = rest.dropFirst().prefix(12).prefix {
        $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "#")
      }
      if name.endIndex < rest.endIndex, rest[name.endIndex] == ";", let value = value(of: String(name)) {
        output += value
        rest = rest[rest.index(after: name.endIndex)...]
      } else {
        output += "&"
        rest = rest.dropFirst()
      }
    }
    return output + rest
  }

  private static func value(of name: String) -> String? {
    guard name.hasPrefix("#") else { return named[name] }
    let digits = name.dropFirst()
    let number =
      digits.hasPrefix("x") || digits.hasPrefix("X")
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
  }

  /// A formula of a page without its tags and entities; nil when it contains the end of a paragraph.
  static func formula(_ html: String) -> String? {
    guard html.utf8.contains(UInt8(ascii: "<")) else { return decoded(html) }
    let bytes = Array(html.utf8)
    var output: [UInt8] = []
    var position = 0
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "<"), let tag = HTMLTagPlace(bytes, at: position) {
        if MathExtractor.htmlBlocks.contains(tag.name) { return nil }
        output += bytes[position..<tag.end].filter { $0 == 10 }
        position = tag.end
      } else {
        output.append(bytes[position])
        position += 1
      }
    }
    return decoded(String(decoding: output, as: UTF8.self))
  }
}
