/// Names of symbols as plain Unicode text.
package enum SymbolText {
  package static func stem(_ base: String, accents: [String], style: String?) -> String {
    var text = styled(base, style)
    for accent in accents {
      if accent == "Delta" {
        text = "Δ" + text
      } else if let mark = combining[accent], base.count == 1 {
        text += mark
      } else {
        text = "\(accent)(\(text))"
      }
    }
    return text
  }

  package static func lower(_ subscripts: [MathExpression]) -> String {
    if subscripts.isEmpty { return "" }
    let text = subscripts.map({ $0.compactDescription }).joined(separator: subscripts.count > 1 ? "," : "")
    return text.count == 1 ? "_" + text : "_{\(text)}"
  }

  package static func upper(_ labels: [MathExpression]) -> String {
    labels.map { label in
      let text = label.compactDescription
      return text == "′" ? text : (text == "*" ? "^*" : "^(\(text))")
    }.joined()
  }

  private static func styled(_ base: String, _ style: String?) -> String {
    guard let style else { return base }
    guard let scalar = base.unicodeScalars.first, base.unicodeScalars.count == 1 else {
      return "\(style) \(base)"
    }
    let value = scalar.value
    let upper = value >= 65 && value <= 90
    let lower = value >= 97 && value <= 122
    let origin: UInt32? =
      switch style {
      case "bold": upper ? 0x1D400 - 65 : (lower ? 0x1D41A - 97 : nil)
      case "cal": upper ? 0x1D4D0 - 65 : (lower ? 0x1D4EA - 97 : nil)
      case "bb": upper ? (exceptions[base] == nil ? 0x1D538 - 65 : nil) : nil
      default: nil
      }
    if style == "bb", let letter = exceptions[base] { return letter }
    guard let origin, let letter = Unicode.Scalar(origin + value) else { return "\(style) \(base)" }
    return String(letter)
  }

  private static let exceptions = ["C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"]

  private static let combining = [
    "hat": "\u{302}", "widehat": "\u{302}", "bar": "\u{304}", "overline": "\u{304}", "tilde": "\u{303}",
    "widetilde": "\u{303}", "dot": "\u{307}", "ddot": "\u{308}", "vec": "\u{20D7}", "check": "\u{30C}",
    "breve": "\u{306}", "acute": "\u{301}", "grave": "\u{300}", "mathring": "\u{30A}",
  ]
}
