extension FormulaLexer {
  /// Reads a backslash and what belongs to it.
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
    case "quad", "qquad": emit(.quad, from: start)
    case "lVert", "rVert": emit(.bar(double: true, side: name == "lVert" ? .left : .right), from: start)
    case "lvert", "rvert": emit(.bar(double: false, side: name == "lvert" ? .left : .right), from: start)
    case "Vert": emit(.bar(double: true, side: sideOfDelimiter()), from: start)
    case "vert", "mid": emit(.bar(double: false, side: sideOfDelimiter()), from: start)
    case "lbrace", "rbrace": emit(.command(name == "lbrace" ? "{" : "}"), from: start)
    case "lbrack", "rbrack": emit(.mark(UInt8(ascii: name == "lbrack" ? "[" : "]")), from: start)
    case "left", "right", "middle":
      skipSpaces()
      if peek() == UInt8(ascii: ".") { index += 1 }
    case "not": emit(.command("not"), from: start)
    default:
      if let relation = Vocabulary.relations[name] {
        emit(.relation(relation), from: start)
      } else if Vocabulary.texts.contains(name) {
        let content = try readTextArgument(of: name, from: start)
        emit(.text(command: name, content: content), from: start)
      } else if Vocabulary.dropped.contains(name) {
        _ = try readTextArgument(of: name, from: start)
      } else if !Vocabulary.ignored.contains(name) {
        emit(.command(name), from: start)
      }
    }
  }

  private mutating func readControlSymbol(_ byte: UInt8, from start: Int) {
    guard index < bytes.count else { return }
    index += 1
    switch byte {
    case UInt8(ascii: "\\"):
      emit(.rowBreak, from: start)
      skipRowSpacing()
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

  /// Skips the `[2pt]` behind `\\`.
  private mutating func skipRowSpacing() {
    guard peek() == UInt8(ascii: "[") else { return }
    var end = index + 1
    while end < bytes.count, end - index < 12, bytes[end] != UInt8(ascii: "]") { end += 1 }
    guard end < bytes.count, bytes[end] == UInt8(ascii: "]") else { return }
    let inside = bytes[(index + 1)..<end]
    let units = ["pt", "em", "ex", "mm", "cm", "mu"]
    guard units.contains(where: { String(decoding: inside, as: UTF8.self).hasSuffix($0) }) else { return }
    index = end + 1
  }

  private mutating func skipSpaces() {
    while index < bytes.count, bytes[index] <= 32 { index += 1 }
  }

  /// Which side a delimiter takes that was read just now, from the `\left` or `\right` before it.
  func sideOfDelimiter() -> Token.Side {
    var end = (tokens.last?.end ?? 0)
    var side = Token.Side.unknown
    // Between the last token and here there are only spaces and commands that leave no token.
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
  private mutating func readTextArgument(of name: String, from start: Int) throws(ReadingError) -> String {
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

  private static func trimmed(_ content: [UInt8]) -> String {
    let isSpace: (UInt8) -> Bool = { $0 <= 32 || $0 == UInt8(ascii: "~") }
    guard let first = content.firstIndex(where: { !isSpace($0) }),
      let last = content.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(decoding: content[first...last], as: UTF8.self)
  }

  /// Reads one character beyond ASCII: a Greek letter, a sign, or a run of letters such as Chinese ones.
  mutating func readUnicode() {
    let start = index
    let scalar = scalarAtIndex()
    index += UTF8.width(scalar)
    if let kind = Self.signs[scalar] {
      emit(kind, from: start)
    } else if let name = Self.greek[String(scalar)] {
      emit(.command(name), from: start)
    } else if scalar.properties.isWhitespace || scalar.value == 0x200B || scalar.value == 0xFEFF {
      return
    } else if scalar.value >= 0x2E80 {
      while index < bytes.count, bytes[index] >= 0x80 {
        let next = scalarAtIndex()
        guard next.value >= 0x2E80, Self.signs[next] == nil, !next.properties.isWhitespace else { break }
        index += UTF8.width(next)
      }
      emit(.letter(String(decoding: bytes[start..<index], as: UTF8.self)), from: start)
    } else if scalar.properties.isAlphabetic {
      emit(.letter(String(scalar)), from: start)
    } else {
      emit(.mark(0), from: start)
    }
  }

  /// Reads a raised or lowered digit as a script.
  mutating func readScriptDigit() -> Bool {
    let start = index
    let scalar = scalarAtIndex()
    let raised = Array("⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars)
    let lowered = Array("₀₁₂₃₄₅₆₇₈₉".unicodeScalars)
    let isRaised = raised.contains(scalar)
    guard let digit = (isRaised ? raised : lowered).firstIndex(of: scalar) else { return false }
    index += UTF8.width(scalar)
    emit(.mark(UInt8(ascii: isRaised ? "^" : "_")), from: start)
    emit(.number(String(digit)), from: start)
    return true
  }

  private func scalarAtIndex() -> Unicode.Scalar {
    var decoder = UTF8()
    var iterator = bytes[index...].makeIterator()
    if case .scalarValue(let scalar) = decoder.decode(&iterator) { return scalar }
    return "\u{FFFD}"
  }

  private static let greek: [String: String] = {
    var names: [String: String] = [:]
    for (name, letter) in Vocabulary.letters where names[letter].map({ $0.count > name.count }) ?? true {
      names[letter] = name
    }
    names["ϵ"] = "epsilon"
    names["ϕ"] = "phi"
    return names
  }()

  private static let signs: [Unicode.Scalar: Token.Kind] = [
    "×": .command("times"), "·": .command("cdot"), "⋅": .command("cdot"), "∙": .command("cdot"),
    "⊙": .command("odot"), "∘": .command("circ"), "÷": .command("div"), "−": .mark(UInt8(ascii: "-")),
    "–": .mark(UInt8(ascii: "-")), "≈": .relation(.approximates), "≤": .relation(.lessOrEqual),
    "≥": .relation(.greaterOrEqual), "≠": .relation(.differs), "←": .relation(.becomes),
    "→": .relation(.tends), "⇒": .relation(.implies), "∈": .relation(.belongs), "∝": .relation(.proportional),
    "∼": .relation(.distributed), "≡": .relation(.equals), "≜": .relation(.defines), "∇": .command("nabla"),
    "∂": .command("partial"), "∑": .command("sum"), "∏": .command("prod"), "√": .command("sqrt"),
    "∞": .command("infty"), "±": .command("pm"), "Δ": .command("Delta"),
    "‖": .bar(double: true, side: .unknown),
    "∥": .bar(double: true, side: .unknown), "，": .mark(UInt8(ascii: ",")), "、": .mark(UInt8(ascii: ",")),
    "；": .mark(UInt8(ascii: ";")), "：": .mark(UInt8(ascii: ":")), "（": .mark(UInt8(ascii: "(")),
    "）": .mark(UInt8(ascii: ")")), "。": .mark(UInt8(ascii: ".")), "＝": .relation(.equals),
    "′": .mark(UInt8(ascii: "'")), "’": .mark(UInt8(ascii: "'")),
    "＋": .mark(UInt8(ascii: "+")), "【": .mark(UInt8(ascii: "[")), "】": .mark(UInt8(ascii: "]")),
  ]
}
