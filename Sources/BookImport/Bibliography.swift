/// All bibliographies merged into one.
struct Bibliography {
  let text: String
  let keys: Set<String>

  init(_ texts: [String]) {
    var keys: Set<String> = []
    var kept: [String] = []
    for text in texts {
      // The first of several entries with the same key is kept.
      var entries = text.split(separator: /(?m)^(?=@)/).map(String.init)
      entries.removeAll { entry in
        guard let match = entry.firstMatch(of: /@\w+\s*[{(]\s*([^\s,]+)\s*,/) else { return false }
        return !keys.insert(String(match.1)).inserted
      }
      kept += entries
    }
    self.keys = keys
    text = kept.joined()
  }
}
