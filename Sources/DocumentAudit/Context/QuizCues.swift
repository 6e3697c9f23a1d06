/// Follows whether the text asks if its statements are true, as in a list below "True or false?".
struct QuizCues {
  private(set) var isOpen = false

  /// Reads the next piece of the document. A heading or the word "solution" ends the questions.
  mutating func read(_ piece: DocumentPiece) {
    switch piece {
    case .heading: isOpen = false
    case .text(let text, _):
      if !Self.questions.found(in: text.lowercased()).isEmpty {
        isOpen = true
      } else if isOpen {
        let words = text.drop { !$0.isLetter }.lowercased().prefix(12)
        isOpen = !Self.answers.contains { words.hasPrefix($0) }
      }
    case .math, .paragraphEnd, .stray: break
    }
  }

  private static let questions = WordCues([
    "true or false", "true/false", "true-false", "which of the following", "which of these",
    "is it true that",
    "verdadero o falso", "verdaderas o falsas", "verdadero/falso", "verdadeiro ou falso", "verdadeiro/falso",
    "vrai ou faux", "vrai/faux", "wahr oder falsch", "wahr/falsch", "richtig oder falsch", "richtig/falsch",
    "vero o falso", "vero/falso", "верно ли", "判断题", "判断正误", "判断对错", "对/错", "下列哪", "下列选项", "下列说法",
  ])

  private static let answers = [
    "solution", "answer", "proof", "respuesta", "solución", "réponse", "lösung", "antwort", "resposta", "解",
    "答",
  ]
}
