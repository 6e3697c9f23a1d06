/// Splits LaTeX math into tokens.
struct FormulaLexer {
  /// The longest text that is read, in bytes.
  static let sizeLimit = 100_000

  let bytes: [UInt8]
  var index = 0
  var tokens: [Token] = []
  private var bracketDepth = 0
  private var barIsOpen = false

  init(_ latex: String) {
    bytes = Array(latex.utf8)
    tokens.reserveCapacity(bytes.count / 2 + 4)
  }

  /// All tokens, the last of kind `end`.
  mutating func tokenize() throws(ReadingError) -> [Token] {
    if bytes.count > Self.sizeLimit {
      throw ReadingError(problem: .tooLong, token: "", position: position(at: Self.sizeLimit))
    }
    while index < bytes.count { try readToken() }
    emit(.end, from: bytes.count)
    return Self.withoutIdleQuads(tokens)
  }

  /// The place of a byte.
  func position(at offset: Int) -> FormulaPosition {
    var line = 1
    var lineStart = 0
    for position in 0..<min(offset, bytes.count) where bytes[position] == 10 {
      line += 1
      lineStart = position + 1
    }
    return FormulaPosition(utf8Offset: offset, line: line, column: offset - lineStart + 1)
  }

  func peek(_ ahead: Int = 0) -> UInt8 { index + ahead < bytes.count ? bytes[index + ahead] : 0 }

  mutating func emit(_ kind: Token.Kind, from start: Int) {
    tokens.append(Token(kind: kind, start: start, end: index))
  }

  private mutating func readToken() throws(ReadingError) {
    let start = index
    let byte = bytes[index]
    switch byte {
    case 0...32, UInt8(ascii: "~"): index += 1
    case UInt8(ascii: "\\"): try readCommand()
    case UInt8(ascii: "0")...UInt8(ascii: "9"): readNumber()
    case UInt8(ascii: ".") where Self.isDigit(peek(1)): readNumber()
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): readLetters()
    case UInt8(ascii: "%"):
      while index < bytes.count, bytes[index] != 10 { index += 1 }
    case UInt8(ascii: "{"): single(.open)
    case UInt8(ascii: "}"): single(.close)
    case UInt8(ascii: "&"): single(.align)
    case UInt8(ascii: "|"):
      // `|a||b|` closes and opens; `||a||` is a norm.
      let double = peek(1) == byte && !barIsOpen
      index += double ? 2 : 1
      let side = sideOfDelimiter()
      if !double { barIsOpen = side == .unknown ? !barIsOpen : side == .left }
      emit(.bar(double: double, side: side), from: start)
    case 0x80...:
      if !readScriptDigit() { readUnicode() }
    default: readSign(byte)
    }
  }

  private mutating func single(_ kind: Token.Kind) {
    index += 1
    emit(kind, from: index - 1)
  }

  private mutating func readSign(_ byte: UInt8) {
    let start = index
    let next = peek(1)
    index += 1
    switch (byte, next) {
    case (UInt8(ascii: ":"), UInt8(ascii: "=")): pair(.defines, from: start)
    case (UInt8(ascii: "="), UInt8(ascii: ":")): pair(.defines, from: start)
    case (UInt8(ascii: "="), UInt8(ascii: "=")): pair(.equals, from: start)
    case (UInt8(ascii: "="), UInt8(ascii: ">")): pair(.implies, from: start)
    case (UInt8(ascii: "<"), UInt8(ascii: "=")): pair(.lessOrEqual, from: start)
    case (UInt8(ascii: ">"), UInt8(ascii: "=")): pair(.greaterOrEqual, from: start)
    case (UInt8(ascii: "<"), UInt8(ascii: "-")) where !Self.isDigit(peek(1)): pair(.becomes, from: start)
    case (UInt8(ascii: "-"), UInt8(ascii: ">")): pair(.tends, from: start)
    case (UInt8(ascii: "="), _): emit(.relation(.equals), from: start)
    case (UInt8(ascii: "<"), _): emit(.relation(.less), from: start)
    case (UInt8(ascii: ">"), _): emit(.relation(.greater), from: start)
    default:
      if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") { bracketDepth += 1 }
      if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") { bracketDepth -= 1 }
      emit(.mark(byte), from: start)
    }
  }

  private mutating func pair(_ kind: Relation.Kind, from start: Int) {
    index += 1
    emit(.relation(kind), from: start)
  }

  /// Reads digits, `1{,}000`, `1,000` outside brackets, and `1e-8`.
  private mutating func readNumber() {
    let start = index
    var text: [UInt8] = []
    var seenPoint = false
    while index < bytes.count {
      let byte = bytes[index]
      if Self.isDigit(byte) {
        text.append(byte)
        index += 1
      } else if byte == UInt8(ascii: "."), !seenPoint, Self.isDigit(peek(1)) {
        seenPoint = true
        text.append(byte)
        index += 1
      } else if !seenPoint, let skip = thousandsSeparator(after: text) {
        index += skip
      } else {
        break
      }
    }
    if peek() | 0x20 == UInt8(ascii: "e") {
      let signed = peek(1) == UInt8(ascii: "-") || peek(1) == UInt8(ascii: "+")
      if Self.isDigit(peek(signed ? 2 : 1)) {
        text.append(UInt8(ascii: "e"))
        if peek(1) == UInt8(ascii: "-") { text.append(UInt8(ascii: "-")) }
        index += signed ? 2 : 1
        while Self.isDigit(peek()) {
          text.append(peek())
          index += 1
        }
      }
    }
    emit(.number(String(decoding: text, as: UTF8.self)), from: start)
  }

  private func thousandsSeparator(after text: [UInt8]) -> Int? {
    func threeDigits(_ offset: Int) -> Bool {
      Self.isDigit(peek(offset)) && Self.isDigit(peek(offset + 1)) && Self.isDigit(peek(offset + 2))
        && !Self.isDigit(peek(offset + 3))
    }
    if peek() == UInt8(ascii: "{"), peek(1) == UInt8(ascii: ","), peek(2) == UInt8(ascii: "}"), threeDigits(3)
    {
      return 3
    }
    guard bracketDepth <= 0, !text.isEmpty, text.count <= 3, text[0] != UInt8(ascii: "0"),
      peek() == UInt8(ascii: ","), threeDigits(1)
    else { return nil }
    return 1
  }

  /// Reads one letter, or a whole word where a run of letters is a known name.
  private mutating func readLetters() {
    let start = index
    var end = index
    while end < bytes.count, Self.isLetter(bytes[end]) { end += 1 }
    if end - start > 1 {
      var word = String(decoding: bytes[start..<end], as: UTF8.self)
      if Vocabulary.functionWords.contains(word) {
        index = end
        emit(.command(word), from: start)
        return
      }
      let known = Vocabulary.words.contains(word)
      while end - start > 2, let next = joinedWordEnd(from: end) {
        end = next
        word = String(decoding: bytes[start..<end], as: UTF8.self).filter { $0 != "\\" }
      }
      if known || word.contains("_") {
        index = end
        emit(.text(command: "mathrm", content: word), from: start)
        return
      }
    }
    index = start + 1
    emit(.letter(String(UnicodeScalar(bytes[start]))), from: start)
  }

  /// The end of `_rate` in `learning_rate`, if the underscore joins two words.
  private func joinedWordEnd(from offset: Int) -> Int? {
    var end = offset
    if end < bytes.count, bytes[end] == UInt8(ascii: "\\") { end += 1 }
    guard end < bytes.count, bytes[end] == UInt8(ascii: "_") else { return nil }
    end += 1
    let first = end
    while end < bytes.count, Self.isLetter(bytes[end]) { end += 1 }
    return end - first > 2 ? end : nil
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 97 && (byte | 0x20) <= 122 }

  /// Keeps a wide space only where it stands between two operands and so separates statements.
  private static func withoutIdleQuads(_ tokens: [Token]) -> [Token] {
    guard tokens.contains(where: { $0.kind == .quad }) else { return tokens }
    var result: [Token] = []
    for (position, token) in tokens.enumerated() {
      if token.kind == .quad {
        let next = tokens[position...].first { $0.kind != .quad }
        if let last = result.last, endsOperand(last), let next, startsStatement(next) { result.append(token) }
      } else {
        result.append(token)
      }
    }
    return result
  }

  private static func endsOperand(_ token: Token) -> Bool {
    switch token.kind {
    case .number, .letter, .close: true
    case .text(let command, _): command != "begin"
    case .command(let name): Vocabulary.letters[name] != nil
    case .mark(let byte): byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "'")
    case .bar(_, let side): side != .left
    default: false
    }
  }

  private static func startsStatement(_ token: Token) -> Bool {
    switch token.kind {
    case .number, .letter, .open, .text: true
    case .command(let name): Vocabulary.products[name] == nil
    case .mark(let byte): byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[")
    case .bar(_, let side): side != .right
    default: false
    }
  }
}
