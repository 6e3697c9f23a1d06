extension StringProtocol {
  /// Whether the text contains the bytes of `words`; false if there are none.
  ///
  /// A search for characters, such as Foundation's, takes many times as long, and the audit looks for many words beside
  /// each formula.
  func contains(_ words: String) -> Bool {
    var words = words
    return words.withUTF8 { wanted in
      utf8.withContiguousStorageIfAvailable { Self.contains(wanted, in: $0) }
        ?? Array(utf8).withUnsafeBufferPointer { Self.contains(wanted, in: $0) }
    }
  }

  private static func contains(
    _ wanted: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let first = wanted.first, text.count >= wanted.count else { return false }
    for start in 0...text.count - wanted.count where text[start] == first {
      if (1..<wanted.count).allSatisfy({ text[start + $0] == wanted[$0] }) { return true }
    }
    return false
  }
}
