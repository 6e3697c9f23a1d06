/// A sentence of a report with places for what changes in it, and the same sentence in another language:
/// `they agree at {1} points` → `在 {1} 个点上一致`.
struct SentencePattern: Sendable, Equatable {
  /// The English sentence.
  let text: String
  private let translation: String
  /// What stands between the places, one more than there are places.
  private let literals: [String]
  /// The names of the places, in order.
  private let places: [String]

  init(_ text: String, translation: String) {
    self.text = text
    self.translation = translation
    var literals = [""]
    var places: [String] = []
    var rest = text[...]
    while let match = rest.firstMatch(of: /\{([0-9]+)\}/) {
      literals[literals.count - 1] = String(rest[..<match.range.lowerBound])
      literals.append("")
      places.append(String(match.output.1))
      rest = rest[match.range.upperBound...]
    }
    literals[literals.count - 1] = String(rest)
    self.literals = literals
    self.places = places
  }

  /// How much of the sentence is fixed: of two patterns that fit, the one that says more is meant.
  var literalLength: Int { literals.reduce(0) { $0 + $1.count } }

  /// `sentence` in the other language; nil when it is another sentence. What stands in its places is passed through
  /// `inner`, because that may be a sentence, too.
  func translated(_ sentence: String, inner: (String) -> String) -> String? {
    guard sentence.hasPrefix(literals[0]) else { return nil }
    var rest = sentence.dropFirst(literals[0].count)
    var values: [Substring] = []
    for (index, literal) in literals.enumerated().dropFirst() {
      if index == literals.count - 1 {
        guard rest.hasSuffix(literal) else { return nil }
        values.append(rest.dropLast(literal.count))
        rest = ""
      } else {
        guard let range = rest.firstRange(of: literal) else { return nil }
        values.append(rest[..<range.lowerBound])
        rest = rest[range.upperBound...]
      }
    }
    guard rest.isEmpty else { return nil }
    return zip(places, values).reduce(translation) { $0.replacing("{\($1.0)}", with: inner(String($1.1))) }
  }
}
