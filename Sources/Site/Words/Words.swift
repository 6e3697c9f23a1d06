import Checks
import Foundation
import GFM
import Theme

/// The words of the interface in one language.
struct Words: Sendable, Equatable {
  /// The BCP 47 tag of the language that the words are in.
  private(set) var language: String
  private var phrases: [String: Forms]
  /// What reports say, by the keys of phrases.
  private var report: [String: String]

  /// Words for one of something and for any other number of it.
  struct Forms: Sendable, Equatable, Decodable {
    var one: String
    var other: String

    private enum Key: String, CodingKey { case one, other }

    /// Reads `"text"` or `{"one": "text", "other": "text"}`.
    init(from decoder: any Decoder) throws {
      if let text = try? decoder.singleValueContainer().decode(String.self) {
        one = text
        other = text
        return
      }
      let container = try decoder.container(keyedBy: Key.self)
      other = try container.decode(String.self, forKey: .other)
      one = try container.decodeIfPresent(String.self, forKey: .one) ?? other
    }
  }

  init(_ file: WordsFile, language: String) {
    self.language = language
    phrases = file.interface
    report = file.report ?? [:]
  }

  /// The words of the default theme in English, which are always there.
  static let english: Words = {
    let url = ThemeFiles.folder.appending(path: "words/en.json")
    let file = (try? Data(contentsOf: url)).flatMap { try? WordsFile($0) }
    return Words(file ?? WordsFile(interface: [:]), language: "en")
  }()

  /// The words for `word`.
  subscript(_ word: Word) -> String { phrases[word.rawValue]?.other ?? word.rawValue }

  /// The words for `phrase` with its places still open; nil where they are not in this language.
  subscript(_ phrase: Phrase) -> String? { report[phrase.key] }

  /// The words for one of something, its place still open.
  func one(_ word: Word) -> String { phrases[word.rawValue]?.one ?? word.rawValue }

  /// The words for `word` with `values` in their places, such as `{number}`.
  func text(_ word: Word, _ values: KeyValuePairs<String, any CustomStringConvertible>) -> String {
    Self.filled(self[word], values)
  }

  /// The words for `count` of something; `{count}` is its place.
  func text(
    _ word: Word, count: Int, _ values: KeyValuePairs<String, any CustomStringConvertible> = [:]
  ) -> String {
    let phrase = count == 1 ? phrases[word.rawValue]?.one : phrases[word.rawValue]?.other
    return Self.filled(Self.filled(phrase ?? word.rawValue, ["count": count]), values)
  }

  /// The words with pieces of HTML in their places; the words themselves are escaped.
  func html(_ word: Word, _ values: KeyValuePairs<String, String>) -> String {
    values.reduce(escapeHTML(self[word])) { $0.replacing("{\($1.key)}", with: $1.value) }
  }

  /// Everything for templates, by its name; where words depend on a count, those for many.
  var forTemplates: [String: String] { phrases.mapValues(\.other) }

  /// The names of what is said here.
  var names: Set<String> { Set(phrases.keys) }
  /// The keys of what reports say here.
  var reportNames: Set<String> { Set(report.keys) }

  /// These words, and those of `others` for what is missing here.
  func completed(by others: Words) -> Words {
    var words = self
    words.phrases.merge(others.phrases) { own, _ in own }
    words.report.merge(others.report) { own, _ in own }
    return words
  }

  private static func filled(
    _ text: String, _ values: KeyValuePairs<String, any CustomStringConvertible>
  ) -> String {
    values.reduce(text) { $0.replacing("{\($1.key)}", with: "\($1.value)") }
  }
}

/// A file of words as it is written.
struct WordsFile: Decodable {
  var interface: [String: Words.Forms]
  var report: [String: String]?

  init(interface: [String: Words.Forms]) { self.interface = interface }

  /// Reads JSON.
  init(_ data: Data) throws { self = try JSONDecoder().decode(WordsFile.self, from: data) }
}
