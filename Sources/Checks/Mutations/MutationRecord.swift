import Caching
import Files
import Foundation
import Runner

/// The results of the changes that `galley mutate` made to a book. They are kept in `records/mutants.json`.
package struct MutationRecord: Sendable, Equatable, Codable {
  /// The results by the name of the chapter's file without its extension: `03-one-step-by-hand`.
  package var chapters: [String: ChapterMutations]

  /// Creates a record of some chapters.
  package init(chapters: [String: ChapterMutations] = [:]) { self.chapters = chapters }

  /// The path of the file, relative to the folder of the chapters.
  package static let path = "records/mutants.json"

  /// Reads the record in the folder of the chapters; nil if it is missing or cannot be read.
  package init?(in folder: String) {
    guard let data = try? FileDoor(folder).read(Self.path, atMost: SizeLimit.material),
      let record = try? JSONDecoder().decode(Self.self, from: data)
    else { return nil }
    self = record
  }

  /// Writes the record into the folder of the chapters. The file is readable, and equal records give equal files.
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

/// The results of the changes of one chapter.
package struct ChapterMutations: Sendable, Equatable, Codable {
  /// Digests of the chapter and the modules when the changes were made.
  package var basis: MutationBasis
  /// How many numbers could be changed.
  package var possible: Int
  /// How many of them were changed, each once.
  package var tried: Int
  /// The changes that no check noticed.
  package var unnoticed: [Unnoticed]
  /// The lines whose numbers the author does not want changed.
  package var excepted: [Excepted]

  /// Creates the results of some changes.
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
    /// The number of the change among all possible ones, from zero.
    package var change: Int
    /// The line of code with the change: `let unused = 7: 7 → 8`.
    package var text: String

    /// Creates a change from its parts.
    package init(change: Int, text: String) {
      self.change = change
      self.text = text
    }
  }

  /// A line whose numbers the author does not want changed.
  package struct Excepted: Sendable, Equatable, Codable {
    /// The line of code.
    package var text: String
    /// The author's reason.
    package var reason: String
    /// How many numbers the line contains.
    package var count: Int

    /// Creates a line from its parts.
    package init(text: String, reason: String, count: Int) {
      self.text = text
      self.reason = reason
      self.count = count
    }
  }
}
