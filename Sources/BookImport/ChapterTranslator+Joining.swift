extension ChapterTranslator {
  /// The line at `index` together with the lines below it that a picture, a note, a formula or a role on it goes on to,
  /// and their number.
  func joined(at index: Int, in lines: [Line]) -> (Line, count: Int) {
    var whole = lines[index]
    guard !whole.text.begins(with: "#|"), isOpen(whole.text) else { return (whole, 1) }
    for next in lines[(index + 1)...].prefix(20) {
      guard next.text.hasContent, !beginsBlock(next.text) else { break }
      whole.text += "\n" + next.text
      if !isOpen(whole.text) { return (whole, next.number - lines[index].number + 1) }
    }
    return (lines[index], 1)
  }

  /// Whether a line does not continue the paragraph above it. In Quarto, a list, a quote and a heading need an empty line.
  private func beginsBlock(_ line: String) -> Bool {
    if line.begins(with: ":!") || line.hasPrefix("$$") || Fence(line) != nil { return true }
    if kind == .quarto { return false }
    return line.begins(with: "#|>") || line.prefixMatch(of: /\s*(?:[-*+]|[0-9]{1,9}[.)])\s/) != nil
  }

  /// Whether a picture, a note, a formula or a code span begins on the line and does not end on it.
  private func isOpen(_ text: String) -> Bool {
    guard text.utf8.contains(where: { "[`$\\".utf8.contains($0) }) else { return false }
    let texts = InlinePiece.pieces(of: text, allowsSpaces: allowsSpaces).map { piece -> String in
      if case .text(let text) = piece { text } else { "" }
    }
    var plain = texts.joined()
    if plain.contains("\\\\(") { return true }
    if plain.contains("\\") { plain = plain.replacing(/\\./, with: "") }
    if plain.contains("`") { return true }
    if plain.contains("$") {
      if plain.contains(/(?:^|[^$])\$[^\s$0-9]/) { return true }
      if isMyST, plain.contains(/(?:^|[^$])\$(?![$0-9])/) { return true }
    }
    return ["![", "^["].contains { sign in
      guard let opening = plain.ranges(of: sign).last else { return false }
      let rest = plain[opening.upperBound...]
      return rest.count { $0 == "]" } <= rest.count { $0 == "[" }
    }
  }
}
