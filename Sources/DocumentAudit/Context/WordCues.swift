/// Finds some words in texts in one pass.
struct WordCues: Sendable {
  private let words: [UInt8: [(bytes: [UInt8], word: String)]]

  init(_ words: Set<String>) {
    self.words = Dictionary(grouping: words.sorted().map { (Array($0.utf8), $0) }, by: { $0.0[0] })
  }

  /// The words that occur in a text, in any case; the words themselves are in lower case.
  func found(in text: String) -> Set<String> {
    let bytes = Array(text.utf8).map { $0 >= 65 && $0 <= 90 ? $0 | 32 : $0 }
    var found: Set<String> = []
    for start in bytes.indices {
      for (word, name) in words[bytes[start]] ?? [] {
        let end = start + word.count
        if end <= bytes.count, bytes[start..<end].elementsEqual(word) { found.insert(name) }
      }
    }
    return found
  }
}
