extension FormulaLexer {
  /// Reads a backslash and the rest of its command.
  mutating func readCommand() throws(ReadingError) {
    let start = index
    index += 1
    let byte = peek()
    guard FormulaLexer.isLetter(byte) else {
      readControlSymbol(byte, from: start)
      return
    }
    var name = ""
    while FormulaLexer.isLetter(peek()) {
      name.unicodeScalars.append(UnicodeScalar(peek()))
      index += 1
    }
    if peek() == UInt8(ascii: "*"),
      Vocabulary.texts.contains(name + "*") || Vocabulary.dropped.contains(name + "*")
    {
      name += "*"
      index += 1
    }
    switch name {
    // "for all x" behind a statement is no factor of it.
    case "quad", "qquad", "forall", "exists": emit(.quad, from: start)
    case "lVert", "rVert": emit(.bar(double: true, side: name == "lVert" ? .left : .right), from: start)
    case "lvert", "rvert": emit(.bar(double: false, side: name == "lvert" ? .left : .right), from: start)
    case "Vert": emit(.bar(double: true, side: sideOfDelimiter()), from: start)
    case "vert", "mid": emit(.bar(double: false, side: sideOfDelimiter()), from: start)
    case "lbrace", "rbrace": emit(.command(name == "lbrace" ? "{" : "}"), from: start)
    case "lbrack", "rbrack": emit(.mark(UInt8(ascii: name == "lbrack" ? "[" : "]")), from: start)
    case "left", "right", "middle", "mleft", "mright":
      skipSpaces()
      if peek() == UInt8(ascii: ".") {
        index += 1
        if name == "left" { emit(.command("left."), from: start) }
      }
    case "not": emit(.command("not"), from: start)
    case "part": emit(.command("partial"), from: start)
    case "varDelta": emit(.command("Delta"), from: start)
    case "colon": emit(.mark(UInt8(ascii: ":")), from: start)
    case "cr", "tabularnewline": emit(.rowBreak, from: start)
    case "rule":
      for _ in 0..<2 { _ = try readTextArgument(of: name, from: start) }
    default:
      if let relation = Vocabulary.relations[name] {
        emit(.relation(relation), from: start)
      } else if Vocabulary.texts.contains(name) {
        let content = Self.withoutFont(try readTextArgument(of: name, from: start))
        if content == "-" || content == "+" {
          emit(.mark(UInt8(ascii: content == "-" ? "-" : "+")), from: start)
        } else {
          emit(.text(command: name, content: content), from: start)
        }
      } else if Vocabulary.operators.contains(name) {
        emit(.text(command: "operatorname", content: name), from: start)
      } else if let letter = Vocabulary.numberSets[name] {
        emit(.command("mathbb"), from: start)
        emit(.letter(letter), from: start)
      } else if Vocabulary.dropped.contains(name) {
        let argument = try readTextArgument(of: name, from: start)
        if name.hasPrefix("hspace"), Self.isWide(argument) { emit(.quad, from: start) }
      } else if !Vocabulary.ignored.contains(name) {
        emit(.command(name), from: start)
      }
    }
  }

  /// Whether a length such as `1in` is at least as wide as a quad, so that it separates statements.
  private static func isWide(_ length: String) -> Bool {
    let ems = ["in": 7.2, "cm": 2.8, "mm": 0.28, "em": 1, "ex": 0.43, "pt": 0.1, "mu": 0.055]
    guard let unit = ems[String(length.suffix(2))],
      let number = Double(length.dropLast(2).filter { $0 != " " })
    else { return false }
    return number * unit >= 1
  }

  mutating func readControlSymbol(_ byte: UInt8, from start: Int) {
    guard index < bytes.count else { return }
    index += 1
    switch byte {
    case UInt8(ascii: "\\"):
      skipRowSpacing()
      emit(.rowBreak, from: start)
    case UInt8(ascii: "|"): emit(.bar(double: true, side: sideOfDelimiter()), from: start)
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "%"):
      emit(.command(String(UnicodeScalar(byte))), from: start)
    case UInt8(ascii: "_"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "^"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "#"), UInt8(ascii: "'"):
      emit(.mark(byte), from: start)
    case UInt8(ascii: "="): emit(.relation(.equals), from: start)
    case UInt8(ascii: "&"), UInt8(ascii: "$"): emit(.letter(String(UnicodeScalar(byte))), from: start)
    case 0x80...: index -= 1
    default: break
    }
  }

  /// Skips the `[2pt]` after `\\`.
  mutating func skipRowSpacing() {
    guard peek() == UInt8(ascii: "[") else { return }
    var end = index + 1
    while end < bytes.count, end - index < 12, bytes[end] != UInt8(ascii: "]") { end += 1 }
    guard end < bytes.count, bytes[end] == UInt8(ascii: "]") else { return }
    let inside = bytes[(index + 1)..<end]
    let units = ["pt", "em", "ex", "mm", "cm", "mu"]
    guard units.contains(where: { String(decoding: inside, as: UTF8.self).hasSuffix($0) }) else { return }
    index = end + 1
  }

  mutating func skipSpaces() {
    while index < bytes.count, bytes[index] <= 32 { index += 1 }
  }

  /// The side of the delimiter that was just read, from a `\left` or `\right` before it or from its name.
  func sideOfDelimiter() -> Token.Side {
    var end = (tokens.last?.end ?? 0)
    var side = Token.Side.unknown
    // Only spaces and commands without a token lie between the last token and the delimiter.
    let gap = bytes[min(end, index)..<index]
    if let last = gap.lastIndex(of: UInt8(ascii: "\\")) {
      end = last + 1
      var name = ""
      while end < bytes.count, FormulaLexer.isLetter(bytes[end]) {
        name.unicodeScalars.append(UnicodeScalar(bytes[end]))
        end += 1
      }
      if name == "Vert" || name == "vert" || name == "mid" || name.isEmpty {
        let before = gap[gap.startIndex..<last]
        if before.elementsEqual("\\left".utf8) || before.suffix(5).elementsEqual("\\left".utf8) {
          return .left
        }
        if before.suffix(6).elementsEqual("\\right".utf8) { return .right }
      }
      if name == "left" || name.hasSuffix("l") { side = .left }
      if name == "right" || name.hasSuffix("r") { side = .right }
    }
    return side
  }

  /// Reads `{…}` as text, or a single character without braces.
  mutating func readTextArgument(of name: String, from start: Int) throws(ReadingError) -> String {
    skipSpaces()
    guard peek() == UInt8(ascii: "{") else {
      guard index < bytes.count, FormulaLexer.isLetter(peek()) || FormulaLexer.isDigit(peek()) else {
        return ""
      }
      index += 1
      return String(decoding: bytes[(index - 1)..<index], as: UTF8.self)
    }
    index += 1
    var depth = 1
    var content: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\\") {
        let next = peek(1)
        index += min(2, bytes.count - index)
        if !FormulaLexer.isLetter(next) {
          if next != UInt8(ascii: ","), next != UInt8(ascii: "!"), next != UInt8(ascii: ";") {
            content.append(next)
          }
        } else {
          content.append(byte)
          content.append(next)
        }
        continue
      }
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      index += 1
      if depth == 0 { return Self.trimmed(content) }
      if byte != UInt8(ascii: "{"), byte != UInt8(ascii: "}"), byte != UInt8(ascii: "$") {
        content.append(byte)
      }
    }
    throw ReadingError(problem: .unclosed("}"), token: "", position: position(at: bytes.count))
  }

  /// The words of an argument without a command such as `\bf` before them.
  private static func withoutFont(_ content: String) -> String {
    guard content.hasPrefix("\\") else { return content }
    let name = content.dropFirst().prefix { $0.isASCII && $0.isLetter }
    guard fonts.contains(String(name)) else { return content }
    return trimmed(Array(content.dropFirst(name.count + 1).utf8))
  }

  private static let fonts: Set<String> = [
    "bf", "it", "rm", "em", "sf", "tt", "sc", "bfseries", "itshape", "rmfamily", "normalfont",
  ]

  static func trimmed(_ content: [UInt8]) -> String {
    let isSpace: (UInt8) -> Bool = { $0 <= 32 || $0 == UInt8(ascii: "~") }
    guard let first = content.firstIndex(where: { !isSpace($0) }),
      let last = content.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(decoding: content[first...last], as: UTF8.self)
  }
}
