import Formulas

/// The words directly beside a formula in a sentence.
extension DocumentReading {
  /// Whether a word of at most four letters follows the formula, which may be a unit: `$t = 12.5$ ns`.
  func hasUnit(behind index: Int) -> Bool {
    guard index + 1 < pieces.count, case .text(let text, _) = pieces[index + 1] else { return false }
    let word = text.drop { $0 == " " || $0 == "~" || $0 == "\n" }.prefix { $0.isLetter || $0 == "/" }
    return (1...4).contains(word.count) && !Self.shortWords.contains(word.lowercased())
  }

  /// Whether the text asks for the letter that the formula mentions, so that an earlier value no longer holds: "Find the
  /// $n$ such that …".
  func asksForLetter(at index: Int) -> Bool {
    guard index > 0, case .text(let text, _) = pieces[index - 1] else { return false }
    let words = text.lowercased().split { !$0.isLetter }.suffix(4).map(String.init)
    let ending = text.suffix(4)
    return words.contains(where: Self.askingWords.contains)
      || ["求", "求出", "解出", "求解", "确定"].contains { ending.hasSuffix($0) }
  }

  /// Whether the words before a formula introduce its letter: "let", "for every", 任取.
  func introduces(at index: Int) -> Bool {
    guard index > 0, case .text(let text, _) = pieces[index - 1] else { return false }
    let word = text.lowercased().split { !$0.isLetter }.last.map(String.init) ?? ""
    return ["let", "all", "any", "every", "each", "arbitrary", "soit", "sei", "sea"].contains(word)
      || ["任取", "任意", "设", "令", "对所有"].contains { word.hasSuffix($0) }
  }

  private static let askingWords: Set<String> = [
    "find", "determine", "solve", "compute", "calculate", "determinar", "calcule", "encontre", "trouver",
    "déterminer", "bestimme", "berechne", "finde", "calcular", "hallar",
  ]

  private static let shortWords: Set<String> = [
    "and", "or", "so", "for", "if", "in", "is", "are", "as", "at", "by", "of", "on", "to", "we", "with",
    "the",
    "then", "that", "this", "but", "from", "when", "a", "an", "it", "its", "be", "can", "has", "thus", "also",
  ]
}
