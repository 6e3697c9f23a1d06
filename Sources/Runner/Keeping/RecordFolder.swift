import Caching
import Events
import Files
import Foundation
import Plan

/// The records of one chapter, and the present state of everything that they depend on.
package struct RecordFolder: Sendable {
  /// The path of `records/CHAPTER` below the folder of the chapters.
  package let path: String
  private let code: BlockCode
  private let blockCount: Int
  private let surroundings: [RecordDependency: String]

  init(of plan: BuildPlan, in folder: String, compiler: String, modules: [String: String], inputs: InputFiles)
  {
    path = Self.path(of: plan, in: folder)
    code = BlockCode(of: plan)
    blockCount = plan.blocks.count
    var parts: [RecordDependency: String] = [.compiler: compiler]
    for (name, digest) in modules { parts[.module(name)] = digest }
    for name in inputs.names { parts[.input(name)] = inputs.fingerprint(of: name) }
    surroundings = parts
  }

  /// `records/15-a-convolutional-network` for `Chapters/15-a-convolutional-network.md`.
  private static func path(of plan: BuildPlan, in folder: String) -> String {
    folder + "/records/" + plan.chapterName
  }

  /// The existing records by name; nil for a record that cannot be read.
  package var files: [String: RecordFile?] {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).filter {
      $0.hasSuffix(".json")
    }
    let files = names.map { name -> (String, RecordFile?) in
      let data = try? FileDoor(path).read(name, atMost: SizeLimit.material)
      return (
        String(name.dropLast(5)), RecordFile(text: String(decoding: data ?? Data(), as: UTF8.self))
      )
    }
    // Two files may have names that are equal as strings.
    return Dictionary(files) { first, _ in first }
  }

  /// A digest of all records of a chapter.
  static func fingerprint(of plan: BuildPlan, in folder: String) -> String {
    let path = path(of: plan, in: folder)
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    return Fingerprint.of(names.joined(separator: "\n"))
      + (Fingerprint.ofContents(names.map { "\(path)/\($0)" }) ?? "")
  }

  /// The dependencies of a record that `block` makes now.
  private func parts(of block: Int, data: [String: String]) -> [RecordDependency: String] {
    var parts = surroundings
    for (index, used) in code.used(by: block).enumerated() { parts[.code(index + 1)] = used.digest }
    for (name, digest) in data { parts[.data(name)] = digest }
    return parts
  }

  /// The reasons, in words, why `record` is no longer valid for `block`. The data sets are not compared, because they
  /// may be missing on this machine. A changed module or compiler only gives a remark.
  private func changes(since record: RecordFile, of block: Int) -> [String] {
    let used = code.used(by: block)
    let before = record.madeWith.compactMap {
      if case .code(let number) = $0.key { (number, $0.value) } else { nil }
    }
    .sorted { $0.0 < $1.0 }.map(\.1)
    var changes = used.filter { !before.contains($0.digest) }.map {
      "the code of block \($0.block + 1) changed"
    }
    if changes.isEmpty, before != used.map(\.digest) { changes = ["the list of blocks that it uses changed"] }
    let inputs = Set(record.madeWith.keys).union(surroundings.keys).compactMap {
      if case .input(let name) = $0 { name } else { nil }
    }
    for name in inputs.sorted() where record.madeWith[.input(name)] != surroundings[.input(name)] {
      changes.append("the input '\(name)' changed")
    }
    return changes
  }

  /// The changes since `record` was made that do not make it invalid.
  private func remarks(on record: RecordFile) -> [RecordRemark] {
    var remarks: [RecordRemark] = []
    let then = record.madeWith[.compiler] ?? ""
    let now = surroundings[.compiler] ?? ""
    if then != now { remarks.append(.otherCompiler(then: then, now: now)) }
    let changed = record.madeWith.compactMap { dependency, digest -> String? in
      guard case .module(let name) = dependency, surroundings[dependency] != digest else { return nil }
      return name
    }
    if !changed.isEmpty { remarks.append(.earlierModules(changed.sorted())) }
    return remarks
  }

  /// Adds the data sets and the remarks of the record to `use`.
  func describe(_ use: RecordingUse) -> RecordingUse {
    guard let file = files[use.name] ?? nil else { return use }
    var use = use
    use.data = file.data
    use.remarks = remarks(on: file)
    return use
  }

  /// Writes the records to `folder`, where the program reads them.
  func layOut(in folder: String) throws {
    let place = folder + "/records"
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    let encoder = JSONEncoder()
    for (name, file) in files {
      let standing = RecordStanding(
        changes: (0..<blockCount).map { block in
          file.map { changes(since: $0, of: block) } ?? ["the file is damaged"]
        })
      try encoder.encode(standing).write(to: URL(fileURLWithPath: "\(place)/\(name).standing"))
      try file?.value.write(toFile: "\(place)/\(name).value", atomically: false, encoding: .utf8)
    }
  }

  /// The records that a program has made in `folder`, by name.
  func made(in folder: String, data dataFolder: String?) throws -> [String: RecordFile] {
    let place = folder + "/records"
    func text(_ file: String) -> String {
      FileDoor.text("records/\(file)", writtenIn: folder)
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
        madeWith: parts(of: origin.block, data: digests))
    }
    return records
  }

  /// Writes `records` in place of the earlier ones, and removes records that the chapter no longer makes.
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
