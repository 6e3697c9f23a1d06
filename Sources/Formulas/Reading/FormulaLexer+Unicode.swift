extension FormulaLexer {
  /// Reads a character outside ASCII: a Greek letter, a sign, or a run of letters of a script such as Chinese.
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

  func scalarAtIndex() -> Unicode.Scalar {
    var decoder = UTF8()
    var iterator = bytes[index...].makeIterator()
    if case .scalarValue(let scalar) = decoder.decode(&iterator) { return scalar }
    return "\u{FFFD}"
  }

  static let greek: [String: String] = {
    var names: [String: String] = [:]
    for (name, letter) in Vocabulary.letters where names[letter].map({ $0.count > name.count }) ?? true {
      names[letter] = name
    }
    names["ϵ"] = "epsilon"
    names["ϕ"] = "phi"
    return names
  }()

  static let signs: [Unicode.Scalar: Token.Kind] = [
    "×": .command("times"), "·": .command("cdot"), "⋅": .command("cdot"), "∙": .command("cdot"),
    "⊙": .command("odot"), "∘": .command("circ"), "÷": .command("div"), "−": .mark(UInt8(ascii: "-")),
    "–": .mark(UInt8(ascii: "-")), "≈": .relation(.approximates), "≤": .relation(.lessOrEqual),
    "≥": .relation(.greaterOrEqual), "≺": .relation(.precedes), "≼": .relation(.precedes),
    "⪯": .relation(.precedes), "≻": .relation(.succeeds), "≽": .relation(.succeeds),
    "⪰": .relation(.succeeds), "⊑": .relation(.belongs), "⊏": .relation(.belongs), "≠": .relation(.differs),
    "←": .relation(.becomes),
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
