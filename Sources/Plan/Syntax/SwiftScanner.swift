/// Splits Swift into the tokens that `SwiftBounds` counts.
struct SwiftScanner {
  enum Token: Equatable {
    case open(Bracket)
    case close(Bracket)
    /// A semicolon.
    case separator
    case comma
    case newline
    /// A word that may stand before an operand.
    case keyword
    case angle
    /// A question mark before a space, which is not part of a type or an optional chain.
    case question
    case operand
    /// A sign of an operator.
    case sign
  }

  enum Bracket {
    case round, square, curly
    /// `#if`
    case condition
    /// `\(` in a string.
    case interpolation
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var offset = 0
  /// How many brackets were opened but not closed in skipped text. `mostHidden` is the most that were open at once.
  private(set) var hidden = 0
  private(set) var mostHidden = 0
  /// The strings whose interpolations are being read, each with the depth of brackets inside.
  private var interpolations: [(string: Quotes, depth: Int)] = []

  /// A second token at the place of the last one, which comes next.
  private var waiting: Token?

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The delimiter of a string literal.
  private struct Quotes {
    var sign: UInt8
    var hashes: Int
    var isMultiline: Bool
  }

  private func byte(_ distance: Int = 0) -> UInt8 {
    bytes.indices.contains(offset + distance) ? bytes[offset + distance] : 0
  }

  private func has(_ text: StaticString, at distance: Int = 0) -> Bool {
    let start = offset + distance
    guard start + text.utf8CodeUnitCount <= bytes.count else { return false }
    return (0..<text.utf8CodeUnitCount).allSatisfy { bytes[start + $0] == text.utf8Start[$0] }
  }

  /// Whether the code after spaces and newlines can begin a statement.
  var nextBeginsStatement: Bool {
    var ahead = self
    while ahead.offset < bytes.count, ahead.skipsSpace() || ahead.byte() == 10 { ahead.offset += 1 }
    if ahead.has("else") || ahead.has("where") || ahead.has("catch") { return false }
    return Self.isWord(ahead.byte()) || ahead.byte() == UInt8(ascii: "\"")
      || ahead.byte() == UInt8(ascii: "@")
      || ahead.byte() == UInt8(ascii: "}") || ahead.has("//") || ahead.has("#")
  }

  private func skipsSpace() -> Bool { [9, 11, 12, 13, 32].contains(byte()) }

  /// The next token; nil at the end.
  mutating func next() -> Token? {
    if let token = waiting {
      waiting = nil
      return token
    }
    while offset < bytes.count {
      let start = offset
      if skipsSpace() {
        offset += 1
      } else if has("//") {
        skip { $0.byte() != 10 }
      } else if has("/*") {
        skipComment()
      } else if let quotes = quotes() {
        return string(quotes)
      } else if has("#/") {
        offset += 2
        skip { !$0.has("/#") }
        offset = min(offset + 2, bytes.count)
        return .operand
      } else if let end = endOfRegularExpression() {
        skip { $0.offset < end }
        return .operand
      } else {
        let token = plain()
        if offset > start { return token }
        offset += 1
      }
    }
    return nil
  }

  // MARK: Code

  private mutating func plain() -> Token {
    if Self.isWord(byte()) || byte() == UInt8(ascii: "`") { return word() }
    if has("#if") {
      offset += 3
      return .open(.condition)
    }
    if has("#endif") {
      offset += 6
      return .close(.condition)
    }
    let sign = byte()
    offset += 1
    switch sign {
    case 10: return .newline
    case UInt8(ascii: ";"): return .separator
    case UInt8(ascii: ","): return .comma
    case UInt8(ascii: "{"): return opened(.curly)
    case UInt8(ascii: "("): return opened(.round)
    case UInt8(ascii: "["): return opened(.square)
    case UInt8(ascii: "}"): return closed(.curly)
    case UInt8(ascii: "]"): return closed(.square)
    case UInt8(ascii: ")"):
      if let last = interpolations.last, last.depth == 0 {
        interpolations.removeLast()
        return string(last.string, isContinued: true)
      }
      return closed(.round)
    case UInt8(ascii: "<"): return .angle
    case UInt8(ascii: "?"): return [9, 10, 13, 32].contains(byte()) ? .question : .sign
    default: return .sign
    }
  }

  private mutating func opened(_ bracket: Bracket) -> Token {
    if let last = interpolations.last { interpolations[interpolations.count - 1].depth = last.depth + 1 }
    return .open(bracket)
  }

  private mutating func closed(_ bracket: Bracket) -> Token {
    if let last = interpolations.last {
      interpolations[interpolations.count - 1].depth = max(0, last.depth - 1)
    }
    return .close(bracket)
  }

  private mutating func word() -> Token {
    let start = offset
    while Self.isWord(byte()) || byte() == UInt8(ascii: "`") { offset += 1 }
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<offset]), as: UTF8.self)
    return Self.keywords.contains(text) ? .keyword : .operand
  }

  static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$")
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  static let keywords: Set<String> = [
    "any", "as", "await", "borrowing", "case", "catch", "consume", "consuming", "copy", "defer", "do", "each",
    "else", "for", "guard", "if", "in", "indirect", "inout", "is", "isolated", "let", "nonisolated", "not",
    "repeat", "return", "sending", "some", "switch", "throw", "throws", "try", "unsafe", "var", "where",
    "while", "yield", "discard", "then", "borrow",
  ]

  // MARK: Skipped text

  private mutating func skip(while isInside: (Self) -> Bool) {
    var depth = 0
    var most = 0
    while offset < bytes.count, isInside(self) {
      depth += Self.opens(byte())
      most = max(most, depth)
      offset += 1
    }
    mostHidden = max(mostHidden, hidden + most)
    hidden += max(0, depth)
  }

  private static func opens(_ byte: UInt8) -> Int {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): 1
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): -1
    default: 0
    }
  }

  private mutating func skipComment() {
    var nesting = 0
    repeat {
      if has("/*") {
        nesting += 1
        offset += 2
      } else if has("*/") {
        nesting -= 1
        offset += 2
      } else {
        skip { !$0.has("/*") && !$0.has("*/") }
      }
    } while nesting > 0 && offset < bytes.count
  }

  /// The quotes of a string that begins here; nil if none does.
  private func quotes() -> Quotes? {
    var hashes = 0
    while byte(hashes) == UInt8(ascii: "#") { hashes += 1 }
    let sign = byte(hashes)
    guard sign == UInt8(ascii: "\"") || sign == UInt8(ascii: "'") else { return nil }
    return Quotes(sign: sign, hashes: hashes, isMultiline: has("\"\"\"", at: hashes))
  }

  /// Reads a string, or the rest of one after an interpolation, up to its end or the next interpolation.
  private mutating func string(_ quotes: Quotes, isContinued: Bool = false) -> Token {
    if !isContinued { offset += quotes.hashes + (quotes.isMultiline ? 3 : 1) }
    var interpolates = false
    var escaped = false
    skip { scanner in
      if scanner.byte() == 10, !quotes.isMultiline { return false }
      if escaped {
        escaped = false
        return true
      }
      if scanner.byte() == UInt8(ascii: "\\"), scanner.hasHashes(quotes.hashes, at: 1) {
        if scanner.byte(1 + quotes.hashes) == UInt8(ascii: "(") {
          interpolates = true
          return false
        }
        escaped = true
      }
      return !scanner.ends(quotes)
    }
    if interpolates {
      offset += 2 + quotes.hashes
      interpolations.append((quotes, 0))
      guard isContinued else { return .open(.interpolation) }
      waiting = .open(.interpolation)
      return .close(.interpolation)
    }
    if byte() != 10 || quotes.isMultiline {
      offset = min(offset + quotes.hashes + (quotes.isMultiline ? 3 : 1), bytes.count)
    }
    return isContinued ? .close(.interpolation) : .operand
  }

  private func hasHashes(_ count: Int, at distance: Int) -> Bool {
    (0..<count).allSatisfy { byte(distance + $0) == UInt8(ascii: "#") }
  }

  private func ends(_ quotes: Quotes) -> Bool {
    (quotes.isMultiline ? has("\"\"\"") : byte() == quotes.sign)
      && hasHashes(quotes.hashes, at: quotes.isMultiline ? 3 : 1)
  }

  /// The end of a regular expression between slashes that begins here; nil if none does.
  private func endOfRegularExpression() -> Int? {
    guard byte() == UInt8(ascii: "/"), ![9, 10, 13, 32, 0].contains(byte(1)) else { return nil }
    if let last = offset > 0 ? bytes[offset - 1] : nil {
      if Self.isWord(last), !isBehindKeyword { return nil }
      if Self.opens(last) < 0 || [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`")].contains(last) {
        return nil
      }
    }
    var end = offset + 1
    while end < bytes.count, bytes[end] != 10 {
      if bytes[end] == UInt8(ascii: "/") { return end + 1 }
      end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  private var isBehindKeyword: Bool {
    var start = offset
    while start > 0, Self.isWord(bytes[start - 1]) { start -= 1 }
    return Self.keywords.contains(String(decoding: bytes[start..<offset], as: UTF8.self))
  }
}
