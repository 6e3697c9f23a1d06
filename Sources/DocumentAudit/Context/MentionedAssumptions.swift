import Formulas

/// Reads a document piece by piece, and knows which assumptions about random variables and events the present paragraph
/// and the two before it mention.
struct MentionedAssumptions {
  private struct Paragraph {
    var mentioned: Set<RandomAssumption> = []
    /// Assumptions that the text denies or only asks for.
    var doubted: Set<RandomAssumption> = []
  }

  private var paragraphs = [Paragraph()]

  mutating func read(_ piece: DocumentPiece) {
    switch piece {
    case .heading: paragraphs = [Paragraph()]
    case .paragraphEnd: paragraphs = paragraphs.suffix(2) + [Paragraph()]
    case .text(let text, _):
      let words = text.lowercased()
      for (assumption, cues, opposites) in Self.cues {
        if cues.contains(where: { words.contains($0) }) {
          paragraphs[paragraphs.count - 1].mentioned.insert(assumption)
        }
        if opposites.contains(where: { words.contains($0) }) {
          paragraphs[paragraphs.count - 1].doubted.insert(assumption)
        }
      }
    case .math, .stray: break
    }
  }

  var current: Set<RandomAssumption> {
    Set(paragraphs.flatMap(\.mentioned)).subtracting(paragraphs.flatMap(\.doubted))
  }

  /// Words of a text that only asks for the assumption.
  private static let questions = [
    "whether", "?", "？", "是否", "判断", "check if", "check that", "would be", "were ",
  ]

  private static let cues: [(RandomAssumption, cues: [String], opposites: [String])] = [
    (
      .independence, ["independent", "uncorrelated", "独立", "不相关"],
      questions + [
        "not independent", "not necessarily", "even if", "不独立", "not uncorrelated", "不一定", "dependent on",
      ]
    ),
    (
      .disjointness, ["disjoint", "mutually exclusive", "cannot both", "互斥", "互不相容", "不相交"],
      questions + ["not disjoint", "not mutually exclusive", "不互斥"]
    ),
    (
      .centred,
      ["zero mean", "zero-mean", "mean zero", "mean 0", "centered", "centred", "零均值", "均值为零", "均值为 0"], []
    ),
    (.partition, ["partition", "exhaustive", "total probability", "全概率", "划分", "完备"], []),
  ]
}
