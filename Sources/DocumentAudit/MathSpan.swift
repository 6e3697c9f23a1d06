import Formulas

/// A piece of math found in a document.
struct MathSpan: Hashable, Sendable {
  /// The LaTeX between the delimiters.
  var latex: String
  /// The line of the document on which the content begins, from 1.
  var line: Int
  /// The line of the opening delimiter.
  var openingLine: Int
  /// Whether it stands on its own and not in a sentence.
  var isDisplay: Bool
  /// Whether the closing delimiter was found.
  var isClosed: Bool

  /// Whether words stand between the delimiters: several, and no sign of math.
  var isProse: Bool {
    guard !isDisplay, latex.contains(" ") else { return false }
    let signs = Set("\\=^_+{}<>0123456789|".utf8)
    return latex.utf8.allSatisfy { !signs.contains($0) }
      && latex.split(separator: " ").contains { $0.count > 2 }
  }
}

/// A document as the audit sees it: text and math in reading order, without code.
enum DocumentPiece: Hashable, Sendable {
  /// Running text, from the line on.
  case text(String, line: Int)
  /// Math.
  case math(MathSpan)
  /// A heading, which ends a train of thought.
  case heading(line: Int)
  /// The end of a paragraph or list item.
  case paragraphEnd
  /// Characters that belong to nothing, behind a display.
  case stray(String, line: Int)
}
