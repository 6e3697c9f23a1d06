import Caching
import Foundation
import Plan

/// The values that chapters keep with `memo`, each block's under all that they can depend on.
struct MemoShelf {
  var cache: ContentCache
  /// What all memos depend on: compiler, modules, options.
  var surroundings: String

  private func key(_ code: BlockCode, _ block: Int, _ inputs: String) -> String {
    "memo-" + Fingerprint.of([surroundings, code.digest(through: block), inputs].joined(separator: "\u{0}"))
  }

  /// Lays the values of an earlier run out in `folder`.
  func layOut(_ code: BlockCode, inputs: String, in folder: String) {
    for block in code.blocks(calling: "memo") {
      guard let text = cache.text(under: key(code, block, inputs)),
        let files = try? JSONDecoder().decode([String: String].self, from: Data(text.utf8))
      else { continue }
      let place = "\(folder)/memos/\(block)"
      try? FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
      for (name, value) in files {
        try? value.write(toFile: "\(place)/\(name)", atomically: false, encoding: .utf8)
      }
    }
  }

  /// Keeps what the blocks of `record` that ran to their end have left in `folder`.
  func keep(_ code: BlockCode, inputs: String, from folder: String, _ record: RunRecord) {
    for block in code.blocks(calling: "memo") where record.blocks[block].state == .completed {
      let place = "\(folder)/memos/\(block)"
      let names = ((try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []).sorted()
      if names.isEmpty { continue }
      let files = Dictionary(uniqueKeysWithValues: names.map { ($0, readText("\(place)/\($0)")) })
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      guard let data = try? encoder.encode(files) else { continue }
      cache.keep(String(decoding: data, as: UTF8.self), under: key(code, block, inputs))
    }
  }
}
