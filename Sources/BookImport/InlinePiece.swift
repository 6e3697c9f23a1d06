/// A piece of a line.
enum InlinePiece: Equatable {
  case text(String)
  /// A code span with its backticks.
  case code(String)
  /// A formula with its dollar signs.
  case formula(String)
  case role(name: String, content: String)

  static func pieces(of line: String) -> [InlinePiece] {
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
        let match = rest.prefixMatch(of: /\$\$.+?\$\$|\$`[^`]+`\$|\$[^\s$](?:[^$]*[^\s$])?\$(?![A-Za-z0-9])/)
      {
        flush()
        pieces.append(.formula(String(match.0)))
        rest = rest[match.range.upperBound...]
      } else {
        text.append(character)
        rest.removeFirst()
      }
    }
    flush()
    return pieces
  }
}
