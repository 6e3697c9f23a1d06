import Events
import Foundation

/// A record that lies with the book: what a block found, and what that depends on.
package struct RecordFile: Sendable, Equatable {
  /// By how much its numbers may differ when they are made again.
  package var spread: Double
  /// Digests by what they are of; the compiler says its version.
  package var madeWith: [RecordDependency: String]
  /// What was found, as compact JSON: `{"value":…}`.
  package var value: String

  private struct Head: Codable {
    var spread: Double
    var madeWith: [RecordDependency: String]
  }

  /// A record of what a program has just made.
  init(_ origin: RecordOrigin, value: String, madeWith: [RecordDependency: String]) {
    spread = origin.spread
    self.madeWith = madeWith
    self.value = value
  }

  /// Reads the text of a record; nil when it is damaged.
  init?(text: String) {
    let data = Data(text.utf8)
    guard let head = try? JSONDecoder().decode(Head.self, from: data),
      (try? JSONDecoder().decode(ComparableJSON.self, from: data)) != nil
    else { return nil }
    spread = head.spread
    madeWith = head.madeWith
    // What decodes a value looks at its key only, so that the file as it is will do.
    value = text
  }

  /// The text of the file: readable, and the same for the same record.
  package var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let head =
      (try? encoder.encode(Head(spread: spread, madeWith: madeWith))) ?? Data("{}".utf8)
    // One object out of the two: the head, and the value with its key.
    let whole = String(decoding: head, as: UTF8.self).dropLast() + "," + value.dropFirst()
    return ReadableJSON.text(String(whole)) + "\n"
  }

  /// The names of the data that it was made from.
  var data: [String] {
    madeWith.keys.compactMap { if case .data(let name) = $0 { name } else { nil } }.sorted()
  }

  /// How the values of two records differ; nil when they do not, within the spread that this one declares.
  package func difference(from other: RecordFile) -> String? {
    if let changed = data.first(where: { madeWith[.data($0)] != other.madeWith[.data($0)] }) {
      return "the data '\(changed)' are others than those it was made from"
    }
    struct Valued: Decodable { var value: ComparableJSON }
    let values = [self, other].map { try? JSONDecoder().decode(Valued.self, from: Data($0.value.utf8)).value }
    guard let old = values[0], let new = values[1] else { return "one of them is damaged" }
    return old.difference(from: new, spread: spread)
  }
}
