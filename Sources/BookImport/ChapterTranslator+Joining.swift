extension ChapterTranslator {
  /// The line at `index` together with the lines below it that a picture, a formula or a role on it goes on to, and
  /// their number.
  func joined(at index: Int, in lines: [Line]) -> (Line, count: Int) {
    var whole = lines[index]
    guard !whole.text.begins(with: "#|"), isOpen(whole.text) else { return (whole, 1) }
    for next in lines[(index + 1)...].prefix(8) {
      guard next.text.hasContent, !next.text.begins(with: "#|>:!"), !next.text.hasPrefix("$$"),
        Fence(next.text) == nil,
        next.text.prefixMatch(of: /\s*(?:[-*+]|[0-9]{1,9}[.)])\s/) == nil
      else { break }
      whole.text += "\n" + next.text
      if !isOpen(whole.text) { return (whole, next.number - lines[index].number + 1) }
    }
    return (lines[index], 1)
  }

  /// Whether a picture, a formula or a code span begins on the line and does not end on it.
  private func isOpen(_ text: String) -> Bool {
    guard text.utf8.contains(where: { "[`$".utf8.contains($0) }) else { return false }
    return InlinePiece.pieces(of: text, allowsSpaces: isMyST).contains { piece in
      guard case .text(let text) = piece else { return false }
      let plain = text.replacing(/\\./, with: "")
      if plain.contains("`") || plain.contains(/(?:^|[^$])\$[^\s$0-9]/) { return true }
      if isMyST, plain.contains(/(?:^|[^$])\$(?![$0-9])/) { return true }
      guard let opening = plain.ranges(of: "![").last else { return false }
      return !plain[opening.upperBound...].contains("]")
    }
  }
}
