import Book

/// A piece of a line.
enum InlinePiece: Equatable {
  case text(String)
  /// A code span with its backticks.
  case code(String)
  /// A formula with its dollar signs.
  case formula(String)
  case role(name: String, content: String)

  /// - Parameter allowsSpaces: Whether spaces may stand inside of the dollar signs, as in MyST and in notebooks.
  static func pieces(of line: String, allowsSpaces: Bool = false) -> [InlinePiece] {
    guard line.utf8.contains(where: { "\\{:`$".utf8.contains($0) }) else {
      return line.isEmpty ? [] : [.text(line)]
    }
    var pieces: [InlinePiece] = []
    var text = ""
    var rest = line[...]
    func flush() {
      if !text.isEmpty { pieces.append(.text(text)) }
      text = ""
    }
    while let character = rest.first {
      if let (piece, length) = special(rest, allowsSpaces: allowsSpaces) {
        flush()
        pieces.append(piece)
        rest = rest.dropFirst(length)
      } else if character == "\\", rest.utf8.count > 1 {
        text += rest.prefix(2)
        rest = rest.dropFirst(2)
      } else {
        text.append(character)
        rest.removeFirst()
      }
    }
    flush()
    return pieces
  }

  /// Whether the piece is text that begins with an ASCII letter or digit.
  var beginsWithLetterOrDigit: Bool {
    if case .text(let text) = self { text.first?.isASCIILetterOrDigit == true } else { false }
  }

  /// Whether the piece is text whose first sign could belong to a name in front of it.
  var continuesName: Bool {
    guard case .text(let text) = self, let first = text.first else { return false }
    return first.isLetter || first.isNumber || "-_".contains(first)
  }

  /// A text without the HTML tags of its words.
  static func withoutTags(_ text: String) -> String {
    guard text.contains("<") else { return text }
    return pieces(of: text).map { piece in
      switch piece {
      case .text(let text):
        text.replacing(/<\/?(?:a|b|br|center|em|font|i|img|small|span|strong|sub|sup|u)\b[^<>]*>/, with: "")
      case .code(let source), .formula(let source), .role(_, let source): source
      }
    }.joined()
  }

  /// Code without its second pair of backticks, which would make it a link to a declaration: ``` ``x`` ``` → `` `x` ``.
  static func plain(_ code: String) -> String {
    let content = code.dropFirst(2).dropLast(2)
    guard code.hasPrefix("``"), !content.isEmpty, !content.contains("`") else { return code }
    return "`\(content)`"
  }

  /// The formula in the form that a letter may follow: `` $`n`$th ``.
  static func closed(_ formula: String) -> String {
    guard !formula.hasPrefix("$$"), !formula.contains("`") else { return formula }
    return "$`" + formula.dropFirst().dropLast() + "`$"
  }
}

extension Character {
  var isASCIILetterOrDigit: Bool { isASCII && (isLetter || isNumber) }
}
