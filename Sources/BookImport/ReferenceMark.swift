import Book

/// The marks that `ChapterTranslator` leaves in place of references, because their targets are not known yet.
enum ReferenceMark {
  /// The mark of a reference to `name`, with the words of the link if the author wrote some.
  static func text(to name: some StringProtocol, words: String? = nil) -> String {
    "\u{10FFF2}\(name)\u{10FFF3}" + (words.map { "\($0)\u{10FFF4}" } ?? "")
  }

  static func isIn(_ text: String) -> Bool { text.unicodeScalars.contains("\u{10FFF2}") }

  /// The text with every mark replaced. `next` is the character behind a mark.
  static func replacing(
    in text: String, _ replace: (_ name: String, _ words: String?, _ next: Character?) -> String
  ) -> String {
    guard isIn(text) else { return text }
    var output = ""
    var rest = text[...]
    while let match = rest.firstMatch(
      of: /\x{10FFF2}([^\x{10FFF3}]*)\x{10FFF3}(?:([^\x{10FFF2}\x{10FFF3}\x{10FFF4}]*)\x{10FFF4})?/)
    {
      output += rest[..<match.range.lowerBound]
      rest = rest[match.range.upperBound...]
      output += replace(String(match.1), match.2.map { words(String($0), of: String(match.1)) }, rest.first)
    }
    return output + rest
  }

  /// The words without the place of a number, which Galley does not give to the figures of other tools.
  private static func words(_ words: String, of name: String) -> String {
    let kept = words.replacing("%s", with: "").replacing(/\{(?:number|name)\}/, with: "")
    return kept.hasContent ? kept.trimmingSpaces : name
  }
}
