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
      if character == "\\", rest.utf8.count > 1 {
        text += rest.prefix(2)
        rest = rest.dropFirst(2)
      } else if character == "{" || character == ":", rest.dropFirst().first?.isASCII == true,
        rest.dropFirst().first?.isLetter == true,
        let match = rest.prefixMatch(of: /\{([a-zA-Z][\w:+-]*)\}`([^`]+)`|:([a-zA-Z_]+):`([^`]+)`/)
      {
        flush()
        pieces.append(
          .role(name: String(match.1 ?? match.3 ?? ""), content: String(match.2 ?? match.4 ?? "")))
        rest = rest[match.range.upperBound...]
      } else if character == "`", let match = rest.prefixMatch(of: /(?s)(`+)(?:(?!\1).)+?\1(?!`)/) {
        flush()
        pieces.append(.code(String(match.0)))
        rest = rest[match.range.upperBound...]
      } else if character == "$",
        let match = rest.prefixMatch(of: /\$\$.+?\$\$|\$`[^`]+`\$|\$[^\s$](?:[^$]*[^\s$])?\$/),
        !isAmount(match.0, before: rest[match.range.upperBound...])
      {
        flush()
        pieces.append(.formula(String(match.0)))
        rest = rest[match.range.upperBound...]
      } else if allowsSpaces, character == "$", let match = rest.prefixMatch(of: /\$([^$]+)\$(?!\$)/),
        isLaTeX(match.1.trimmingSpaces[...])
      {
        flush()
        pieces.append(.formula("$\(match.1.trimmingSpaces)$"))
        rest = rest[match.range.upperBound...]
      } else {
        text.append(character)
        rest.removeFirst()
      }
    }
    flush()
    return pieces
  }

  /// Whether the signs are those of amounts and variables, as in `$5 and $6` and `$PATH:$HOME`. Before a letter or a digit
  /// a formula is a single letter, or has a sign of LaTeX, as in `$n$th`.
  private static func isAmount(_ formula: Substring, before rest: Substring) -> Bool {
    guard !formula.hasPrefix("$$"), !formula.hasPrefix("$`"), rest.first?.isASCIILetterOrDigit == true else {
      return false
    }
    return !isLaTeX(formula.dropFirst().dropLast())
  }

  /// Whether a text is a single letter or has a sign of LaTeX.
  private static func isLaTeX(_ text: Substring) -> Bool {
    text.count == 1 && text.allSatisfy(\.isLetter) || text.contains { "\\^_=".contains($0) }
  }

  /// Whether the piece is text that begins with an ASCII letter or digit.
  var beginsWithLetterOrDigit: Bool {
    if case .text(let text) = self { text.first?.isASCIILetterOrDigit == true } else { false }
  }

  /// The formula in the form that a letter may follow: `` $`n`$th ``.
  static func closed(_ formula: String) -> String {
    guard !formula.hasPrefix("$$"), !formula.contains("`") else { return formula }
    return "$`" + formula.dropFirst().dropLast() + "`$"
  }
}

extension Character {
  fileprivate var isASCIILetterOrDigit: Bool { isASCII && (isLetter || isNumber) }
}
