import Formulas

/// A piece of math found in a document.
struct MathSpan: Hashable, Sendable {
  /// The words of the author about a formula, in a remark.
  enum Declaration: Hashable, Sendable {
    /// It is wrong.
    case wrong
    /// The audit leaves it out.
    case skipped
    /// It gives values that hold from here on.
    case given
  }

  /// The LaTeX between the delimiters, without macros.
  var latex: String
  /// The LaTeX as it is written.
  var source: String
  /// The line of the document on which the content begins, from 1.
  var line: Int
  /// The column in which the content begins, from 1.
  var column = 1
  /// The line of the opening delimiter.
  var openingLine: Int
  /// Whether the formula is a display and not part of a sentence.
  var isDisplay: Bool
  /// Whether the closing delimiter was found.
  var isClosed: Bool
  /// The number of the formula in the document, from 0.
  var number = 0
  /// The bytes of the formula in the text, with its delimiters.
  var range = 0..<0
  var declaration: Declaration?
  /// Whether the formula stands in a row of a table of Markdown, which is a case of its own.
  var isInTableRow = false
  /// Whether the formula is a system of equations behind a brace.
  var isSystem = false

  init(
    latex: String, line: Int, column: Int = 1, openingLine: Int, isDisplay: Bool, isClosed: Bool = true
  ) {
    self.latex = latex
    source = latex
    self.line = line
    self.column = column
    self.openingLine = openingLine
    self.isDisplay = isDisplay
    self.isClosed = isClosed
  }

  /// The place of a position of the formula in the document. Where macros were expanded, the columns of a line are no
  /// longer known, and the place is the beginning of the line.
  func place(of position: FormulaPosition) -> DocumentPlace {
    let lines = source.utf8.split(separator: 10, omittingEmptySubsequences: false)
    let index = min(max(position.line, 1), lines.count) - 1
    let isExpanded = latex != source
    let before =
      isExpanded
      ? lines[index].prefix { $0 <= 32 }[...] : lines[index].prefix(max(0, position.column - 1))
    let column = before.count { $0 & 0xC0 != 0x80 } + 1
    return DocumentPlace(
      line: line + position.line - 1, column: index == 0 ? self.column + column - 1 : column)
  }

  /// Whether the delimiters contain several words and no sign of math.
  var isProse: Bool {
    guard latex.contains(" ") else { return false }
    let signs = Set("\\=^_+{}<>0123456789|".utf8)
    return latex.utf8.allSatisfy { !signs.contains($0) }
      && latex.split(separator: " ").contains { $0.count > 2 }
  }
}

/// A piece of a document as the audit sees it: text or math, without code.
enum DocumentPiece: Hashable, Sendable {
  /// Running text, from the line on.
  case text(String, line: Int)
  case math(MathSpan)
  /// A heading, which ends a train of thought.
  case heading(line: Int)
  /// The end of a paragraph or list item.
  case paragraphEnd
  /// Stray characters after a display.
  case stray(String, line: Int)
}

extension String {
  /// The text with the digits joined that a page-scanning program has torn: `1 0` beside `0 . 9`.
  var joiningTornDigits: String {
    guard contains(" . "), contains(/[0-9] +\. +[0-9]/) else { return self }
    let points = replacing(/([0-9]) +\. +([0-9])/) { "\($0.1).\($0.2)" }
    // Neighbouring pairs overlap: `1 0 0`.
    return (0..<2).reduce(points) { text, _ in text.replacing(/([0-9]) +([0-9])/) { "\($0.1)\($0.2)" } }
  }

  /// Whether spaces split a number, as page-scanning programs leave it: `1 0`, `0. 5`.
  var hasTornDigits: Bool {
    let bytes = Array(utf8)
    let isDigit: (UInt8) -> Bool = { $0 >= 48 && $0 <= 57 }
    for start in bytes.indices where isDigit(bytes[start]) {
      // 052~631 is a group of digits without the beginning of its number.
      let isNumberStart =
        start == 0
        || !isDigit(bytes[start - 1]) && bytes[start - 1] != UInt8(ascii: ".")
          && !(start > 2 && bytes[start - 1] == UInt8(ascii: ",") && bytes[start - 2] == 92
            && isDigit(bytes[start - 3]))
      let group = bytes[start...].prefix(while: isDigit)
      if isNumberStart, bytes[start] == 48, group.count == 3, group.endIndex < bytes.count,
        bytes[group.endIndex] == UInt8(ascii: "~") || bytes[group.endIndex] == UInt8(ascii: "\\")
      {
        return true
      }
      // The 2 of `\log_2 8` is a subscript.
      if start > 0, bytes[start - 1] == UInt8(ascii: "_") || bytes[start - 1] == UInt8(ascii: "^") {
        continue
      }
      var position = start + 1
      if position < bytes.count, bytes[position] == UInt8(ascii: ".") { position += 1 }
      // The number of 0.\overline{57} continues after its digits.
      if bytes[position - 1] == UInt8(ascii: "."), position < bytes.count, bytes[position] == 92,
        !["\\overline{", "\\dot{", "\\bar{"].contains(where: { bytes[position...].starts(with: $0.utf8) })
      {
        return true
      }
      guard position < bytes.count, bytes[position] == 32 else { continue }
      while position < bytes.count, bytes[position] == 32 { position += 1 }
      let isControlSpace = position + 1 < bytes.count && bytes[position] == 92 && bytes[position + 1] == 32
      if isControlSpace {
        position += 2
        let run = bytes[position...].prefix(while: isDigit).count
        if run > 0, run != 3 { return true }
      } else if position < bytes.count, isDigit(bytes[position]) {
        return true
      }
    }
    return false
  }
}
