import Foundation

/// The words of the script of live figures.
enum LiveWords {
  /// The words by their names, for an attribute of the script's element.
  static func json(_ words: Words) -> String {
    let texts = Dictionary(
      uniqueKeysWithValues: [Word.liveStopped, .liveFailed].map { ($0.rawValue, words[$0]) })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(texts)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}
