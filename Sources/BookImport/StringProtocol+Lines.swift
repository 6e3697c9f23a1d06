extension StringProtocol {
  /// Whether there is a character that is not white space.
  var hasContent: Bool { !allSatisfy(\.isWhitespace) }

  /// Whether the first character that is not a space or a tab is one of these ASCII signs. Most lines need no regular
  /// expression after this test.
  func begins(with signs: StaticString) -> Bool {
    guard let first = utf8.first(where: { $0 != 0x20 && $0 != 0x09 }) else { return false }
    return signs.withUTF8Buffer { $0.contains(first) }
  }

  /// The text without up to `count` spaces, or without one tab, at the beginning.
  func dropIndent(_ count: Int) -> SubSequence {
    if first == "\t" { return dropFirst() }
    let spaces = prefix { $0 == " " }.count
    return dropFirst(Swift.min(count, spaces))
  }
}
