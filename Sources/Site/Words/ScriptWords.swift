import Foundation

/// The words that the page's script shows.
enum ScriptWords {
  private static let plain: [Word] = [
    .search, .searchTheBook, .noPlaces, .themeAutomatic, .themeLight, .themeDark, .copy, .copyAll, .copied,
    .shown,
    .cardExpected, .cardValue, .cardTolerance, .cardUsed,
  ]

  /// The words by their names, for an attribute of the script's element.
  static func json(_ words: Words) -> String {
    var texts = Dictionary(uniqueKeysWithValues: plain.map { ($0.rawValue, words[$0]) })
    texts["place"] = words.one(.places)
    texts["places"] = words[.places]
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(texts)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}
