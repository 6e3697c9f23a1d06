import Events
import Foundation

/// A record that lies with the book: what a block found, and what that depends on.
package struct RecordFile: Sendable, Equatable {
  /// The number of the block that made it.
  package var block: Int
  /// By how much its numbers may differ when they are made again.
  package var spread: Double
  /// Digests by what they are of, in words.
  package var madeWith: [String: String]
  /// What was found, as compact JSON: `{"value":…}`.
  package var value: String

  private struct Head: Codable {
    var block: Int
    var spread: Double
    var madeWith: [String: String]
  }

  /// A record of what a program has just made.
  init(_ origin: RecordOrigin, value: String, madeWith: [String: String]) {
    block = origin.block
    spread = origin.spread
    self.madeWith = madeWith
    self.value = value
  }

  /// Reads the text of a record; nil when it is damaged.
  init?(text: String) {
    let data = Data(text.utf8)
    guard let head = try? JSONDecoder().decode(Head.self, from: data), head.block >= 0,
      (try? JSONDecoder().decode(ComparableJSON.self, from: data)) != nil
    else { return nil }
    block = head.block
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
      (try? encoder.encode(Head(block: block, spread: spread, madeWith: madeWith))) ?? Data("{}".utf8)
    // One object out of the two: the head, and the value with its key.
    let whole = String(decoding: head, as: UTF8.self).dropLast() + "," + value.dropFirst()
    return ReadableJSON.text(String(whole)) + "\n"
  }

  /// How the values of two records differ; nil when they do not, within the spread that this one declares.
  package func difference(from other: RecordFile) -> String? {
    let data = madeWith.keys.filter { $0.hasPrefix("the data '") }.sorted()
    if let changed = data.first(where: { madeWith[$0] != other.madeWith[$0] }) {
      return "\(changed) are others than those it was made from"
    }
    struct Valued: Decodable { var value: ComparableJSON }
    let values = [self, other].map { try? JSONDecoder().decode(Valued.self, from: Data($0.value.utf8)).value }
    guard let old = values[0], let new = values[1] else { return "one of them is damaged" }
    return old.difference(from: new, spread: spread)
  }
}
