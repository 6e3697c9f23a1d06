import Formulas

extension MathExtractor {
  func peek(_ ahead: Int = 0) -> UInt8 { index + ahead < bytes.count ? bytes[index + ahead] : 0 }

  func lineEnd(_ start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != 10 { end += 1 }
    return end
  }

  func isBlankLine(_ start: Int) -> Bool {
    bytes[start..<lineEnd(start)].allSatisfy { $0 == 32 || $0 == 9 || $0 == 13 }
  }

  /// The columns of white space before the text of a line.
  func indentation(at start: Int) -> Int {
    var columns = 0
    for byte in bytes[start...] {
      if byte == 32 { columns += 1 } else if byte == 9 { columns += 4 - columns % 4 } else { break }
    }
    return columns
  }

  func matches(_ pattern: String, at position: Int) -> Bool {
    let pattern = pattern.utf8
    guard position >= 0, position + pattern.count <= bytes.count else { return false }
    return bytes[position..<(position + pattern.count)].elementsEqual(pattern)
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The run of ASCII letters at a position.
  func word(at position: Int) -> String {
    var end = position
    while end < bytes.count, FormulaLexer.isLetter(bytes[end]) { end += 1 }
    return string(min(position, end)..<end)
  }

  mutating func find(
    _ pattern: String, from start: Int, inParagraph: Bool, skippingComments: Bool = false
  ) -> Int? {
    // A search that failed up to some place fails from everywhere before it.
    if let end = failedSearches[pattern], start < end { return nil }
    var position = start
    while position < bytes.count {
      if inParagraph, bytes[position] == 10, position + 1 >= bytes.count || isBlankLine(position + 1) {
        failedSearches[pattern] = position
        return nil
      }
      if matches(pattern, at: position) { return position }
      if skippingComments, bytes[position] == UInt8(ascii: "%") {
        position = lineEnd(position)
        continue
      }
      // `\\` inside math is a line break and not the beginning of a delimiter.
      let isEscape =
        matches("\\\\", at: position) && !pattern.hasPrefix("\\\\")
        || skippingComments && matches("\\%", at: position)
      position += isEscape ? 2 : 1
    }
    failedSearches[pattern] = bytes.count
    return nil
  }

  /// The position of the closing `$` of an inline formula; nil when its paragraph ends first.
  func closingDollar(from start: Int) -> Int? {
    var position = start
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 10, position + 1 >= bytes.count || isBlankLine(position + 1) || endsText(position + 1) {
        return nil
      }
      if byte == UInt8(ascii: "$") { return position }
      if byte == UInt8(ascii: "\\"), let end = endOfWords(at: position) {
        position = end
        continue
      }
      position += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  /// Whether a line begins an item of a list with words in a language without spaces, so that no formula of the lines
  /// before it goes on in it.
  private func endsText(_ start: Int) -> Bool {
    guard isListItem(start) else { return false }
    let words = bytes[start..<min(lineEnd(start), start + 40)]
    return words.contains(where: Self.beginsIdeograph)
  }

  /// Whether a byte begins one of the usual Chinese characters in UTF-8.
  static func beginsIdeograph(_ byte: UInt8) -> Bool { (0xE4...0xE9).contains(byte) }

  /// The position behind words with mathematics in them, such as `\textrm{in channel $a$}`; nil for anything else.
  func endOfWords(at start: Int) -> Int? {
    let name = bytes[(start + 1)...].prefix(12).prefix { ($0 | 0x20) >= 97 && ($0 | 0x20) <= 122 }
    guard name.starts(with: "text".utf8) || name.elementsEqual("mbox".utf8), name.endIndex < bytes.count,
      bytes[name.endIndex] == UInt8(ascii: "{")
    else { return nil }
    var depth = 0
    var signs = 0
    for position in name.endIndex..<min(name.endIndex + 200, bytes.count) {
      switch bytes[position] {
      case 10: return nil
      case UInt8(ascii: "$"): signs += 1
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      default: break
      }
      if depth == 0 { return signs > 0 && signs % 2 == 0 ? position + 1 : nil }
    }
    return nil
  }

  /// The position behind the group in braces or brackets at a position; nil when it is not closed.
  func groupEnd(at position: Int) -> Int? {
    guard position < bytes.count else { return nil }
    let open = bytes[position]
    let close = open == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: "]")
    var depth = 0
    var end = position
    while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: "\\"): end += 1
      case open: depth += 1
      case close:
        depth -= 1
        if depth == 0 { return end + 1 }
      default: break
      }
      end += 1
    }
    return nil
  }
}
