import Caching
import Events
import Files
import Foundation
import Plan

/// The records of one chapter, and what they have to have been made with.
package struct RecordFolder: Sendable {
  /// `records/CHAPTER` below the folder of the chapters.
  package let path: String
  private let code: [String]
  private let surroundings: [String: String]

  /// What a record may have been made with and still hold, with a word to the author.
  private static let compilerPart = "the compiler"

  init(of plan: BuildPlan, in folder: String, compiler: String, modules: [String: String], inputs: InputFiles)
  {
    path = Self.path(of: plan, in: folder)
    code = BlockCode(of: plan).digests
    var parts = modules
    parts[Self.compilerPart] = compiler
    for name in inputs.names { parts["the input '\(name)'"] = inputs.fingerprint(of: name) }
    surroundings = parts
  }

  /// `records/15-a-convolutional-network` for `Chapters/15-a-convolutional-network.md`.
  private static func path(of plan: BuildPlan, in folder: String) -> String {
    folder + "/records/" + plan.chapterName
  }

  /// The records that are there, by name; one that cannot be read is nil.
  package var files: [String: RecordFile?] {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).filter {
      $0.hasSuffix(".json")
    }
    return Dictionary(
      uniqueKeysWithValues: names.map {
        let data = try? FileDoor(path).read($0, atMost: SizeLimit.material)
        return (String($0.dropLast(5)), RecordFile(text: String(decoding: data ?? Data(), as: UTF8.self)))
      })
  }

  /// A digest of all records of a chapter.
  static func fingerprint(of plan: BuildPlan, in folder: String) -> String {
    let path = path(of: plan, in: folder)
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    return Fingerprint.of(names.joined(separator: "\n"))
      + (Fingerprint.ofContents(names.map { "\(path)/\($0)" }) ?? "")
  }

  /// What a record made by `block` now depends on.
  func parts(through block: Int, data: [String: String] = [:]) -> [String: String] {
    var parts = surroundings
    for (number, digest) in code.prefix(block + 1).enumerated() {
      parts["the code of block \(number + 1)"] = digest
    }
    for (name, digest) in data { parts["the data '\(name)'"] = digest }
    return parts
  }

  /// What `record` depends on and is something else now, in words. Data that is not here is believed.
  func changes(since record: RecordFile) -> [String] {
    let now = parts(through: record.block)
    let before = record.madeWith.filter { !$0.key.hasPrefix("the data '") && $0.key != Self.compilerPart }
    return Set(before.keys).union(now.keys).subtracting([Self.compilerPart]).sorted().compactMap { name in
      if before[name] == now[name] { return nil }
      if before[name] == nil { return "\(name) is new" }
      return now[name] == nil ? "\(name) is gone" : "\(name) changed"
    }
  }

  /// What the author should know of a record that holds: that another compiler made it.
  func remark(on record: RecordFile) -> String? {
    let old = record.madeWith[Self.compilerPart] ?? "another compiler"
    let new = surroundings[Self.compilerPart] ?? "this one"
    return old == new ? nil : "made with \(old), and this is \(new)"
  }

  /// Says of a recorded value what there is to know of its record.
  func describe(_ use: RecordingUse) -> RecordingUse {
    guard let file = files[use.name] ?? nil else { return use }
    var use = use
    let prefix = "the data '"
    use.data = file.madeWith.keys.filter { $0.hasPrefix(prefix) }.sorted().map {
      String($0.dropFirst(prefix.count).dropLast())
    }
    use.remark = remark(on: file)
    return use
  }

  /// Lays the records out for a program in `folder`.
  func layOut(in folder: String) throws {
    let place = folder + "/records"
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    let encoder = JSONEncoder()
    for (name, file) in files {
      let standing = RecordStanding(
        block: file?.block ?? 0, changes: file.map(changes(since:)) ?? ["the file is damaged"])
      try encoder.encode(standing).write(to: URL(fileURLWithPath: "\(place)/\(name).standing"))
      try file?.value.write(toFile: "\(place)/\(name).value", atomically: false, encoding: .utf8)
    }
  }

  /// What a program has made for records in `folder`, by name.
  func made(in folder: String, data dataFolder: String?) throws -> [String: RecordFile] {
    let place = folder + "/records"
    func text(_ file: String) -> String {
      PlainFile(["records", file], in: folder, limit: Planner.outputLimit).text
    }
    var records: [String: RecordFile] = [:]
    for file in (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
    where file.hasSuffix(".origin") {
      guard
        let origin = try? JSONDecoder().decode(
          RecordOrigin.self, from: Data(text(file).utf8))
      else { continue }
      var digests: [String: String] = [:]
      for name in origin.data {
        digests[name] = dataFolder.flatMap { Fingerprint.ofTree("\($0)/\(name)") } ?? "missing"
      }
      let name = String(file.dropLast(".origin".count))
      records[name] = RecordFile(
        origin, value: text("\(name).value"),
        madeWith: parts(through: origin.block, data: digests))
    }
    return records
  }

  /// Writes records over those of earlier times; those that the chapter no longer makes go.
  package func replace(with records: [String: RecordFile]) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, record) in records {
      try Data(record.text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name).json"), options: .atomic)
    }
    for name in files.keys where records[name] == nil {
      try FileManager.default.removeItem(atPath: "\(path)/\(name).json")
    }
  }
}

extension BuildPlan {
  /// `15-a-convolutional-network` for `Chapters/15-a-convolutional-network.md`.
  var chapterName: String {
    let file = chapter.split(separator: "/").last.map(String.init) ?? chapter
    return file.hasSuffix(".md") ? String(file.dropLast(3)) : file
  }
}
