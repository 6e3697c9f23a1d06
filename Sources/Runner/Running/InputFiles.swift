import Caching
import Files
import Foundation
import Plan

/// The files that a chapter's blocks declare as their inputs.
struct InputFiles {
  /// Paths relative to `folder`, sorted and without duplicates.
  var names: [String]
  /// The folder of the chapters, or the folder with copies of the files.
  var folder: String

  init(of plan: BuildPlan, in folder: String) {
    names = Set(plan.blocks.flatMap(\.inputs)).sorted()
    self.folder = folder
  }

  /// The names of the files with digests of their contents.
  var fingerprint: String {
    names.map { "\($0) \(fingerprint(of: $0))" }.joined(separator: "\n")
  }

  /// A digest of the file's contents; `missing` if the file cannot be read.
  func fingerprint(of name: String) -> String {
    Fingerprint.of(name, FileDoor(folder)) ?? "missing"
  }

  /// Copies the files to the folder in which the program runs, and returns the copies.
  func copy(to work: String) throws -> InputFiles {
    for name in names {
      let target = URL(fileURLWithPath: "\(work)/\(name)")
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileDoor(folder).copy(name, to: target.path, atMost: SizeLimit.input)
    }
    var copies = self
    copies.folder = work
    return copies
  }
}
