import Foundation
import Testing

@testable import Book
@testable import Plan
@testable import Runner

@Test func migrate() throws {
  let folder = FileManager.default.currentDirectoryPath + "/Chapters"
  let book = try #require(BookFolder(at: folder).read().book)
  for chapter in book.chapters {
    let (plan, _) = Planner.plan(chapter, settings: book.settings)
    let place = folder + "/records/" + plan.chapterName
    for name in (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
    where name.hasSuffix(".json") {
      struct Old: Decodable { var block: Int; var spread: Double; var madeWith: [String: String] }
      let text = readText(place + "/" + name)
      let old = try JSONDecoder().decode(Old.self, from: Data(text.utf8))
      var with: [RecordDependency: String] = [:]
      for (key, value) in old.madeWith {
        if key == "the compiler" {
          with[.compiler] = value
        } else if key.hasPrefix("the module ") {
          with[.module(String(key.dropFirst(11)))] = value
        } else if key.hasPrefix("the data '") {
          with[.data(String(key.dropFirst(10).dropLast()))] = value
        } else if key.hasPrefix("the code of block") {
        } else {
          Issue.record("\(key)")
        }
      }
      let used = BlockCode(of: plan).used(by: old.block)
      for (index, used) in used.enumerated() { with[.code(index + 1)] = used.digest }
      print(name, "block", old.block + 1, "of", plan.blocks.count, "uses", used.map { $0.block + 1 })
      struct Head: Encodable { var madeWith: [RecordDependency: String]; var spread: Double }
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      let head = ReadableJSON.text(
        String(decoding: try encoder.encode(Head(madeWith: with, spread: old.spread)), as: UTF8.self))
      let from = try #require(text.range(of: "\n  \"value\":"))
      try (head.dropLast(2) + "," + text[from.lowerBound...]).write(
        toFile: place + "/" + name, atomically: true, encoding: .utf8)
    }
  }
  Issue.record("records are rewritten; this is not to be landed")
}
