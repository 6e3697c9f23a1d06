import Events
import Foundation

/// A record that is stored with the book: the value that a block computed, and everything that the value depends on.
package struct RecordFile: Sendable, Equatable {
  /// The largest difference between an old and a new number when the record is made again: absolute for numbers up to
  /// 1, relative for larger ones.
  package var spread: Double
  /// The digest of each dependency. For the compiler it is the version.
  package var madeWith: [RecordDependency: String]
  /// JSON with the value under the key `value`: compact if a program has just made it, the whole file if it was read.
  package var value: String

  private struct Head: Codable {
    var spread: Double
    var madeWith: [RecordDependency: String]
  }

  /// Creates a record of a value that a program has just made.
  init(_ origin: RecordOrigin, value: String, madeWith: [RecordDependency: String]) {
    spread = origin.spread
    self.madeWith = madeWith
    self.value = value
  }

  /// Reads the text of a record; nil if it is damaged.
  init?(text: String) {
    let data = Data(text.utf8)
    guard let head = try? JSONDecoder().decode(Head.self, from: data),
      (try? JSONDecoder().decode(ComparableJSON.self, from: data)) != nil
    else { return nil }
    spread = head.spread
    madeWith = head.madeWith
    // Decoders read only the key `value`, so the whole file can serve as the value.
    value = text
  }

  /// The text of the file. It is readable, and equal records have equal texts.
  package var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let head =
      (try? encoder.encode(Head(spread: spread, madeWith: madeWith))) ?? Data("{}".utf8)
    // The head and the value are two JSON objects, which become one.
    let whole = String(decoding: head, as: UTF8.self).dropLast() + "," + value.dropFirst()
    return ReadableJSON.text(String(whole)) + "\n"
  }

  /// The names of the data sets that the record was made from.
  var data: [String] {
    madeWith.keys.compactMap { if case .data(let name) = $0 { name } else { nil } }.sorted()
  }

  /// The first difference from `other` in data or values; nil if the two agree within the spread of this record.
  package func difference(from other: RecordFile) -> String? {
    if let changed = data.first(where: { madeWith[.data($0)] != other.madeWith[.data($0)] }) {
      return "the data '\(changed)' differ from the data it was made from"
    }
    struct Valued: Decodable { var value: ComparableJSON }
    let values = [self, other].map { try? JSONDecoder().decode(Valued.self, from: Data($0.value.utf8)).value }
    guard let old = values[0], let new = values[1] else { return "one of them is damaged" }
    return old.difference(from: new, spread: spread)
  }
}
