import Foundation

/// Reads the contents of a compressed archive without writing any of them to disk.
struct ArchiveContents {
  private let process = Process()
  private let output = Pipe()
  private let archive: String
  private var buffer = Data()
  private var rest: Int

  /// The digest of the list `digest  member/name` of all files in the folder `member`, without `strip` leading folders.
  /// The archive must hold only files and folders, and at most `limit` bytes after decompression.
  static func listSHA256(
    of member: String, strip: Int, in archive: String, atMost limit: Int
  ) throws -> String {
    var contents = try ArchiveContents(archive, atMost: limit)
    defer { contents.stop() }
    var digests: [String: String] = [:]
    while let entry = try contents.next() {
      let digest = try contents.digest(ofNext: entry.size)
      guard entry.isFile else { continue }
      let steps = entry.name.split(separator: "/").map(String.init).filter { $0 != "." }
      guard !entry.name.hasPrefix("/"), !steps.contains("..") else {
        throw contents.failure("'\(entry.name)' must be inside the folder")
      }
      let name = steps.dropFirst(strip).joined(separator: "/")
      if name.hasPrefix(member + "/") { digests[name] = digest }
    }
    let sorted = digests.sorted { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) }
    return SHA256.of(Array(sorted.map { "\($0.value)  \($0.key)\n" }.joined().utf8))
  }

  private init(_ archive: String, atMost limit: Int) throws {
    self.archive = archive
    rest = limit
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", "--", archive]
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    try? output.fileHandleForWriting.close()
  }

  private func stop() {
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  private func failure(_ message: String) -> DownloadError { .unpacking(file: archive, message: message) }

  /// A file or a folder in the ustar format of POSIX.
  private struct Entry {
    var name: String
    var size: Int
    var isFile: Bool
  }

  private mutating func next() throws -> Entry? {
    while true {
      guard let header = try block() else { throw failure("it ends early") }
      if header.allSatisfy({ $0 == 0 }) { return nil }
      let name = text(header, 0..<100)
      let prefix = text(header, 345..<500)
      guard let size = Int(text(header, 124..<136).trimmingCharacters(in: .whitespaces), radix: 8), size >= 0
      else { throw failure("the size of '\(name)' is not a number") }
      let entry = Entry(
        name: prefix.isEmpty ? name : prefix + "/" + name, size: size,
        isFile: header[156] != UInt8(ascii: "5"))
      switch header[156] {
      case 0, UInt8(ascii: "0"), UInt8(ascii: "5"): return entry
      // This entry is a comment on the whole archive.
      case UInt8(ascii: "g"): _ = try digest(ofNext: size)
      default: throw failure("'\(name)' is neither a file nor a folder")
      }
    }
  }

  private func text(_ header: [UInt8], _ range: Range<Int>) -> String {
    String(decoding: header[range].prefix { $0 != 0 }, as: UTF8.self)
  }

  /// The digest of the next `size` bytes, which are padded to whole blocks.
  private mutating func digest(ofNext size: Int) throws -> String {
    var digest = SHA256()
    var wanted = size
    while wanted > 0 {
      guard let block = try block() else { throw failure("it ends early") }
      digest.add(block.prefix(wanted))
      wanted -= block.count
    }
    return digest.text
  }

  private mutating func block() throws -> [UInt8]? {
    while buffer.count < 512 {
      let piece = output.fileHandleForReading.availableData
      if piece.isEmpty { return nil }
      rest -= piece.count
      if rest < 0 { throw failure("it holds more than expected") }
      buffer = buffer + piece
    }
    defer { buffer = buffer.dropFirst(512) }
    return [UInt8](buffer.prefix(512))
  }
}
