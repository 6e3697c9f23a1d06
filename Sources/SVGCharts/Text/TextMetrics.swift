/// Estimates the width of text without a font. It uses the advance widths of wide sans-serif fonts (Verdana,
/// DejaVu Sans), so that labels do not overlap in other common fonts either.
enum TextMetrics {
  /// The estimated width of one line of text at a font size, in the same unit as the size.
  static func width(_ text: String, size: Double, bold: Bool = false) -> Double {
    var thousandths = 0
    for scalar in text.unicodeScalars { thousandths += advance(scalar.value) }
    return Double(thousandths) * size / 1000 * (bold ? 1.18 : 1.1)
  }

  /// The text, cut with an ellipsis when it would be wider than the limit.
  static func fitted(_ text: String, size: Double, limit: Double) -> String {
    guard width(text, size: size) > limit else { return text }
    var kept = ""
    for character in text {
      if width(kept + String(character) + "…", size: size) > limit { break }
      kept.append(character)
    }
    return kept + "…"
  }

  /// The text broken at spaces into lines that are no wider than the limit, if possible.
  static func wrapped(_ text: String, size: Double, limit: Double, bold: Bool = false) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ", omittingEmptySubsequences: true) {
      if let last = lines.last, width(last + " " + word, size: size, bold: bold) <= limit {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  private static func advance(_ scalar: UInt32) -> Int {
    switch scalar {
    case 0x30...0x39: 575  // digits
    case 0x20, 0x2e, 0x2c, 0x3a, 0x3b, 0x21, 0x27, 0x7c, 0x69, 0x6a, 0x6c: 285
    case 0x49, 0x28, 0x29, 0x2d, 0x66, 0x72, 0x74, 0x5b, 0x5d, 0x2f: 350
    case 0x4d, 0x57, 0x6d, 0x77, 0x40, 0x25: 870
    case 0x41...0x5a: 690
    case 0x61...0x7e: 565
    case 0x300...0x36f: 0  // combining marks
    case 0x2070...0x209f, 0xb2, 0xb3, 0xb9: 400  // superscripts and subscripts
    case 0x1100...0x11ff, 0x2e80...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff, 0xff00...0xff60: 1000
    case 0x1f000...0x1faff: 1300
    default: 640
    }
  }
}
