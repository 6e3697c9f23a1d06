/// Reads a document piece by piece, and knows which cues this paragraph and the two before it mention.
struct MentionedCues {
  private var paragraphs: [Set<String>] = [[]]

  mutating func read(_ piece: DocumentPiece) {
    switch piece {
    case .heading: paragraphs = [[]]
    case .paragraphEnd: paragraphs = paragraphs.suffix(2) + [[]]
    case .text(let text, _):
      paragraphs[paragraphs.count - 1].formUnion(DocumentReading.contextCues.found(in: text))
    case .math, .stray: break
    }
  }

  /// The cues up to the present place.
  var current: Set<String> { paragraphs.reduce(into: []) { $0.formUnion($1) } }
}
