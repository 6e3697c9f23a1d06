/// All bibliographies merged into one.
struct Bibliography {
  let text: String
  let keys: Set<String>

  init(_ texts: [String]) {
    var keys: Set<String> = []
    var kept: [String] = []
    for text in texts {
      // An entry begins on a line of its own, or behind the brace that closes the entry before it.
      let starts = text.matches(of: /(?m)(?:^|[})])[ \t]*(@\w+\s*[{(])/).map(\.output.1.startIndex)
      var entries = zip([text.startIndex] + starts, starts + [text.endIndex]).map { String(text[$0..<$1]) }
      // The first of several entries with the same key is kept.
      entries.removeAll { entry in
        guard let match = entry.prefixMatch(of: /@\w+\s*[{(]\s*([^\s,]+)\s*,/) else { return false }
        return !keys.insert(String(match.1)).inserted
      }
      kept += entries
    }
    self.keys = keys
    text = kept.joined()
  }
}
