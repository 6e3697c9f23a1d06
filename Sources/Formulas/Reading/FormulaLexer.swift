/// Splits LaTeX math into tokens.
package struct FormulaLexer {
  /// The largest length of a text, in bytes.
  static let sizeLimit = 100_000

  let bytes: [UInt8]
  private let newlines: [Int]
  let groupsThousands: Bool
  var index = 0
  var tokens: [Token] = []
  var bracketDepth = 0
  var barIsOpen = false

  init(_ latex: String) {
    bytes = Array(latex.utf8)
    newlines = bytes.indices.filter { [bytes] in bytes[$0] == 10 }
    groupsThousands = Self.groupsThousands(latex)
    tokens.reserveCapacity(bytes.count / 2 + 4)
  }

  /// Whether some comma groups thousands for certain, as in 150,000: no second number of a list begins with a zero.
  package static func groupsThousands(_ latex: String) -> Bool {
    let bytes = Array(latex.utf8)
    return bytes.indices.dropFirst().contains { comma in
      guard bytes[comma] == UInt8(ascii: ","), isDigit(bytes[comma - 1]) else { return false }
      let group = bytes[(comma + 1)...].prefix(while: isDigit)
      return group.count == 3 && group.first == UInt8(ascii: "0")
    }
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

  /// The position of a byte.
  func position(at offset: Int) -> FormulaPosition {
    var low = 0
    var high = newlines.count
    while low < high {
      let middle = (low + high) / 2
      if newlines[middle] < offset { low = middle + 1 } else { high = middle }
    }
    let lineStart = low == 0 ? 0 : newlines[low - 1] + 1
    let line = low + 1
    return FormulaPosition(utf8Offset: offset, line: line, column: offset - lineStart + 1)
  }

  func peek(_ ahead: Int = 0) -> UInt8 { index + ahead < bytes.count ? bytes[index + ahead] : 0 }

  mutating func emit(_ kind: Token.Kind, from start: Int) {
    tokens.append(Token(kind: kind, start: start, end: index))
  }

  mutating func readToken() throws(ReadingError) {
    let start = index
    let byte = bytes[index]
    switch byte {
    case UInt8(ascii: "~") where peek(1) == byte && peek(2) == byte: readWideSpace()
    case 0...32, UInt8(ascii: "~"): index += 1
    case UInt8(ascii: "\\"): try readCommand()
    case UInt8(ascii: "0")...UInt8(ascii: "9"): try readNumber()
    case UInt8(ascii: ".") where Self.isDigit(peek(1)): try readNumber()
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): readLetters()
    case UInt8(ascii: "%"):
      while index < bytes.count, bytes[index] != 10 { index += 1 }
    case UInt8(ascii: "{"): if !readUprightGroup() { single(.open) }
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

  /// Reads `~~~`, which separates two statements like `\quad`, unless an operator goes on.
  private mutating func readWideSpace() {
    let start = index
    while index < bytes.count, peek() == UInt8(ascii: "~") || peek() <= 32 { index += 1 }
    guard let last = tokens.last, Self.endsOperand(last),
      Self.isLetter(peek()) || peek() == UInt8(ascii: "\\")
    else { return }
    emit(.quad, from: start)
  }

  /// Reads `{\rm kg}` as `\mathrm{kg}`.
  private mutating func readUprightGroup() -> Bool {
    let start = index
    var end = index + 1
    while end < bytes.count, bytes[end] == 32 { end += 1 }
    guard end + 4 < bytes.count, bytes[end..<(end + 3)].elementsEqual("\\rm".utf8),
      !Self.isLetter(bytes[end + 3])
    else { return false }
    end += 3
    while end < bytes.count, bytes[end] == 32 { end += 1 }
    let first = end
    while end < bytes.count, Self.isLetter(bytes[end]) || bytes[end] == UInt8(ascii: "/") { end += 1 }
    guard end > first, end < bytes.count, bytes[end] == UInt8(ascii: "}") else { return false }
    index = end + 1
    emit(.text(command: "mathrm", content: String(decoding: bytes[first..<end], as: UTF8.self)), from: start)
    return true
  }

  mutating func single(_ kind: Token.Kind) {
    index += 1
    emit(kind, from: index - 1)
  }

  mutating func readSign(_ byte: UInt8) {
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

  mutating func pair(_ kind: Relation.Kind, from start: Int) {
    index += 1
    emit(.relation(kind), from: start)
  }

  // MARK: Characters

  package static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

  package static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 97 && (byte | 0x20) <= 122 }

  /// Removes wide spaces that do not separate statements: those that are not between two operands.
  static func withoutIdleQuads(_ tokens: [Token]) -> [Token] {
    guard tokens.contains(where: { $0.kind == .quad }) else { return tokens }
    var result: [Token] = []
    for (position, token) in tokens.enumerated() {
      if token.kind == .quad {
        if position > 0, tokens[position - 1].kind == .quad { continue }
        let rest = tokens[position...].drop { $0.kind == .quad }
        if let last = result.last, endsOperand(last), let next = rest.first,
          startsStatement(next) || startsBound(rest)
        {
          result.append(token)
        }
      } else {
        result.append(token)
      }
    }
    return result
  }

  /// Whether a bound begins here with a negative number: `-1 \le x`.
  private static func startsBound(_ tokens: ArraySlice<Token>) -> Bool {
    guard tokens.count > 2, tokens[tokens.startIndex].isMark("-"),
      case .number = tokens[tokens.startIndex + 1].kind,
      case .relation(let relation) = tokens[tokens.startIndex + 2].kind
    else { return false }
    return relation.isComparison
  }

  static func endsOperand(_ token: Token) -> Bool {
    switch token.kind {
    case .number, .letter, .close: true
    case .text(let command, _): command != "begin"
    case .command(let name): Vocabulary.letters[name] != nil
    case .mark(let byte): byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "'")
    case .bar(_, let side): side != .left
    default: false
    }
  }

  static func startsStatement(_ token: Token) -> Bool {
    switch token.kind {
    case .number, .letter, .open, .text: true
    case .command(let name): Vocabulary.products[name] == nil
    case .mark(let byte): byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[")
    case .bar(_, let side): side != .right
    default: false
    }
  }
}
