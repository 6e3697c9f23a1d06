import Caching
import Files
import Foundation
import Plan

/// The values that chapters keep with `memo`. The key of a block's values contains everything that they can depend on.
struct MemoShelf {
  var cache: ContentCache
  /// The compiler, the modules and the isolation, on which all memos depend.
  var surroundings: String

  private func parts(_ code: BlockCode, _ block: Int, _ inputs: String) -> [String] {
    [surroundings, code.digest(through: block), inputs]
  }

  /// Writes the values of an earlier run to `folder`.
  func layOut(_ code: BlockCode, inputs: String, in folder: String) {
    for block in code.blocks(calling: "memo") {
      guard let files = cache.value("memo", of: parts(code, block, inputs), as: [String: String].self) else {
        continue
      }
      let place = "\(folder)/memos/\(block)"
      try? FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
      for (name, value) in files {
        try? value.write(toFile: "\(place)/\(name)", atomically: false, encoding: .utf8)
      }
    }
  }

  /// Keeps the values that blocks have written to `folder`, if `record` says that the block ran to its end.
  func keep(_ code: BlockCode, inputs: String, from folder: String, _ record: RunRecord) {
    for block in code.blocks(calling: "memo") where record.blocks[block].state == .completed {
      let place = "\(folder)/memos/\(block)"
      let names = ((try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []).sorted()
      if names.isEmpty { continue }
      let files = names.map { name in
        (name, FileDoor.text("memos/\(block)/\(name)", writtenIn: folder))
      }
      // Two files may have names that are equal as strings.
      cache.keep(Dictionary(files) { first, _ in first }, "memo", of: parts(code, block, inputs))
    }
  }
}
