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
    let pieces = text.unicodeScalars.split(separator: "\u{10FFF0}", omittingEmptySubsequences: false)
    var output = String(pieces[0])
    for piece in pieces.dropFirst() {
      let number = piece.prefix { $0 != "\u{10FFF1}" }
      if let index = Int(String(number)), parts.indices.contains(index) { output += parts[index] }
      output += String(piece[number.endIndex...].dropFirst())
    }
    return output
  }
}
