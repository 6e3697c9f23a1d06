import Caching
import Files
import Foundation
import Plan

/// The files that a chapter's blocks declare as their inputs.
struct InputFiles {
  /// Below the folder of the chapters, each once, in order.
  var names: [String]
  /// The folder that they lie in.
  var folder: String

  init(of plan: BuildPlan, in folder: String) {
    names = Set(plan.blocks.flatMap(\.inputs)).sorted()
    self.folder = folder
  }

  /// Differs when one of the files holds something else.
  var fingerprint: String {
    names.map { "\($0) \(fingerprint(of: $0))" }.joined(separator: "\n")
  }

  /// Differs when the file holds something else.
  func fingerprint(of name: String) -> String {
    Fingerprint.of(name, FileDoor(folder)) ?? "missing"
  }

  /// Copies them to the folder that the program runs in, and returns where they are then.
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
