extension StringProtocol {
  /// Whether there is a character that is not white space.
  var hasContent: Bool { !allSatisfy(\.isWhitespace) }

  /// Whether the first character that is not a space or a tab is one of these ASCII signs. Most lines need no regular
  /// expression after this test.
  func begins(with signs: StaticString) -> Bool {
    guard let first = utf8.first(where: { $0 != 0x20 && $0 != 0x09 }) else { return false }
    return signs.withUTF8Buffer { $0.contains(first) }
  }

  /// The width of the white space at the beginning. A tab goes on to the next multiple of four.
  var indentation: Int {
    var column = 0
    for character in self {
      switch character {
      case " ": column += 1
      case "\t": column += 4 - column % 4
      default: return column
      }
    }
    return column
  }

  /// The text without white space of up to this width at the beginning.
  func dropIndent(_ width: Int) -> SubSequence {
    var column = 0
    return drop { character in
      guard column < width, character == " " || character == "\t" else { return false }
      column += character == " " ? 1 : 4 - column % 4
      return true
    }
  }

  /// The text without the spaces and tabs at its end.
  var withoutSpacesAtEnd: SubSequence {
    self[..<(lastIndex { $0 != " " && $0 != "\t" }.map(index(after:)) ?? startIndex)]
  }
}
