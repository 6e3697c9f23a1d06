import Caching
import Files
import Foundation
import Runner

/// What became of the changes that `galley mutate` made to a book, kept with the book in `records/mutants.json`.
package struct MutationRecord: Sendable, Equatable, Codable {
  /// By the chapters' files without their ending: `03-one-step-by-hand`.
  package var chapters: [String: ChapterMutations]

  /// A record of some chapters.
  package init(chapters: [String: ChapterMutations] = [:]) { self.chapters = chapters }

  /// The file below the folder of the chapters.
  package static let path = "records/mutants.json"

  /// The record in the folder of the chapters; nil when there is none, or none that can be read.
  package init?(in folder: String) {
    guard let data = try? FileDoor(folder).read(Self.path, atMost: SizeLimit.material),
      let record = try? JSONDecoder().decode(Self.self, from: data)
    else { return nil }
    self = record
  }

  /// Writes the record into the folder of the chapters: readable, and the same for the same record.
  package func write(in folder: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let json = String(decoding: try encoder.encode(self), as: UTF8.self)
    let file = URL(fileURLWithPath: folder + "/" + Self.path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data((ReadableJSON.text(json) + "\n").utf8).write(to: file, options: .atomic)
  }
}

/// What became of the changes of one chapter.
package struct ChapterMutations: Sendable, Equatable, Codable {
  /// What the changes were made to.
  package var basis: MutationBasis
  /// How many numbers there are to change.
  package var possible: Int
  /// How many of them were changed, each once.
  package var tried: Int
  /// The changes that no check noticed.
  package var unnoticed: [Unnoticed]
  /// The lines that the author has excepted.
  package var excepted: [Excepted]

  /// The outcome of some changes.
  package init(
    basis: MutationBasis, possible: Int, tried: Int, unnoticed: [Unnoticed], excepted: [Excepted]
  ) {
    self.basis = basis
    self.possible = possible
    self.tried = tried
    self.unnoticed = unnoticed
    self.excepted = excepted
  }

  /// How many of the changes a check noticed.
  package var noticed: Int { tried - unnoticed.count }

  /// A change that no check noticed.
  package struct Unnoticed: Sendable, Equatable, Codable {
    /// The number of the change among all that are possible, from zero.
    package var change: Int
    /// The line of code with the change: `let unused = 7: 7 → 8`.
    package var text: String

    /// A change as it is kept.
    package init(change: Int, text: String) {
      self.change = change
      self.text = text
    }
  }

  /// A line whose numbers the author does not want changed.
  package struct Excepted: Sendable, Equatable, Codable {
    /// The line of code.
    package var text: String
    /// Why.
    package var reason: String
    /// How many numbers stand in it.
    package var count: Int

    /// A line as it is kept.
    package init(text: String, reason: String, count: Int) {
      self.text = text
      self.reason = reason
      self.count = count
    }
  }
}
