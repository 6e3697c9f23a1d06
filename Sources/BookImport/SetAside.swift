/// Parts of a text that a translation must not change, such as code and formulas. Marks stand for them meanwhile.
struct SetAside {
  private var parts: [String] = []

  /// The mark for a part: a number between two characters that no text has.
  mutating func mark(for part: String) -> String {
    parts.append(part)
    return "\u{10FFF0}\(parts.count - 1)\u{10FFF1}"
  }

  /// The text with the parts in place of their marks.
  func restored(_ text: String) -> String {
    guard text.unicodeScalars.contains("\u{10FFF0}") else { return text }
    return text.replacing(/\x{10FFF0}([0-9]+)\x{10FFF1}/) { match in
      Int(match.1).flatMap { parts.indices.contains($0) ? parts[$0] : nil } ?? ""
    }
  }
}
