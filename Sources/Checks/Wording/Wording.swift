/// A text of a report, before it is written in a language.
package indirect enum Wording: Sendable, Equatable, ExpressibleByStringInterpolation {
  /// A value, a name or code, which is the same in every language.
  case text(String)
  case latex(String)
  /// A message of a compiler or of the audit of a formula, which exists only in English.
  case english(String)
  /// A sentence and the texts for its placeholders.
  case phrase(Phrase, [String: Wording] = [:])

  /// Creates a value or a name, which is not translated.
  package init(stringLiteral text: String) { self = .text(text) }

  /// A piece of a text, and whether it is English prose, which may differ from the language around it.
  package struct Piece: Equatable {
    package var text: String
    package var isEnglish: Bool
  }

  /// The text in the language of `words`. A phrase without a translation is in English.
  package func pieces(_ words: (Phrase) -> String?) -> [Piece] {
    switch self {
    case .text(let text), .latex(let text): return [Piece(text: text, isEnglish: false)]
    case .english(let text): return [Piece(text: text, isEnglish: true)]
    case .phrase(let phrase, let places):
      let own = words(phrase)
      var pieces: [Piece] = []
      var rest = (own ?? phrase.rawValue)[...]
      while let match = rest.firstMatch(of: /\{(\w+)\}/) {
        pieces.append(Piece(text: String(rest[..<match.range.lowerBound]), isEnglish: own == nil))
        pieces += places[String(match.1)]?.pieces(words) ?? []
        rest = rest[match.range.upperBound...]
      }
      return pieces + [Piece(text: String(rest), isEnglish: own == nil)]
    }
  }

  /// The text in the language of `words`.
  package func text(_ words: (Phrase) -> String?) -> String { pieces(words).map(\.text).joined() }

  /// The text in English.
  package var english: String { text { $0.rawValue } }
}
