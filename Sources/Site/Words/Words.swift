import Checks
import Foundation
import GFM
import Theme

/// The words of the interface in one language.
struct Words: Sendable, Equatable {
  /// The BCP 47 tag of the language that the words are in.
  private(set) var language: String
  private var phrases: [String: Forms]
  /// The phrases of reports, by their keys.
  private var report: [String: String]

  /// The singular of a phrase, and its form for any other count.
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

  /// The English words of the default theme.
  static let english: Words = {
    let url = ThemeFiles.folder.appending(path: "words/en.json")
    let file = (try? Data(contentsOf: url)).flatMap { try? WordsFile($0) }
    return Words(file ?? WordsFile(interface: [:]), language: "en")
  }()

  /// The words for `word`, in their form for many; the name of `word` when they are missing.
  subscript(_ word: Word) -> String { phrases[word.rawValue]?.other ?? word.rawValue }

  /// The words for `phrase`, with its placeholders; nil when this language does not have them.
  subscript(_ phrase: Phrase) -> String? { report[phrase.key] }

  /// The singular of `word`, with its placeholders.
  func one(_ word: Word) -> String { phrases[word.rawValue]?.one ?? word.rawValue }

  /// The words for `word`, with `values` in place of placeholders such as `{number}`.
  func text(_ word: Word, _ values: KeyValuePairs<String, any CustomStringConvertible>) -> String {
    Self.filled(self[word], values)
  }

  /// The words for `word` in the form for `count`, which replaces the placeholder `{count}`.
  func text(
    _ word: Word, count: Int, _ values: KeyValuePairs<String, any CustomStringConvertible> = [:]
  ) -> String {
    let phrase = count == 1 ? phrases[word.rawValue]?.one : phrases[word.rawValue]?.other
    return Self.filled(Self.filled(phrase ?? word.rawValue, ["count": count]), values)
  }

  /// The escaped words for `word`, with pieces of HTML in place of placeholders.
  func html(_ word: Word, _ values: KeyValuePairs<String, String>) -> String {
    Self.filled(escapeHTML(self[word])) { name in values.first { $0.key == name }?.value }
  }

  /// All words for templates, by their name and in their form for many.
  var forTemplates: [String: String] { phrases.mapValues(\.other) }

  /// The names of the interface phrases that this language has.
  var names: Set<String> { Set(phrases.keys) }
  /// The keys of the report phrases that this language has.
  var reportNames: Set<String> { Set(report.keys) }

  /// These words, with the words of `others` where one is missing.
  func completed(by others: Words) -> Words {
    var words = self
    words.phrases.merge(others.phrases) { own, _ in own }
    words.report.merge(others.report) { own, _ in own }
    return words
  }

  private static func filled(
    _ text: String, _ values: KeyValuePairs<String, any CustomStringConvertible>
  ) -> String {
    filled(text) { name in values.first { $0.key == name }.map { "\($0.value)" } }
  }

  /// The words of the theme with the values of their placeholders, in which no placeholder is looked for.
  private static func filled(_ text: String, _ value: (Substring) -> String?) -> String {
    text.replacing(/\{([A-Za-z]+)\}/) { value($0.1) ?? String($0.0) }
  }
}

/// The JSON file with the words of a language.
struct WordsFile: Decodable {
  var interface: [String: Words.Forms]
  var report: [String: String]?

  init(interface: [String: Words.Forms]) { self.interface = interface }

  init(_ data: Data) throws { self = try JSONDecoder().decode(WordsFile.self, from: data) }
}
