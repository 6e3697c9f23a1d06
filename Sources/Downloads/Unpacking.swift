import Files
import Foundation

/// How an archive becomes a folder: judged, unpacked beside it, judged again, and moved to its name in one step.
package struct Unpacking: Sendable, Equatable {
  /// The folder that is wanted, as named in the archive below `strip` leading folders.
  package var member: String
  /// How many leading folders of the archive's names are dropped.
  package var strip: Int
  /// The SHA-256 of the list `digest  member/name` of all files, sorted by name; nil when the archive has its own.
  package var listSHA256: String?
  /// The most bytes that an archive without a digest of its own may hold.
  package var limit = 256 << 20

  /// An unpacking made of its parts.
  package init(member: String, strip: Int, listSHA256: String? = nil) {
    self.member = member
    self.strip = strip
    self.listSHA256 = listSHA256
  }

  /// Whether the folder is there; it appears only when whole.
  func isDone(in folder: String) -> Bool { FileManager.default.fileExists(atPath: folder + "/" + member) }

  /// Unpacks by the `tar` command, and removes the archive.
  func run(archive: String, in folder: String) throws {
    let staging = folder + "/unpacking.part"
    let files = FileManager.default
    try? files.removeItem(atPath: staging)
    defer { try? files.removeItem(atPath: staging) }
    let parent = URL(fileURLWithPath: folder + "/" + member).deletingLastPathComponent().path
    do {
      try files.createDirectory(atPath: staging, withIntermediateDirectories: true)
      try files.createDirectory(atPath: parent, withIntermediateDirectories: true)
    } catch {
      throw DownloadError.writing(path: staging, message: error.localizedDescription)
    }
    if let expected = listSHA256 {
      do {
        let found = try ArchiveContents.listSHA256(of: member, strip: strip, in: archive, atMost: limit)
        guard found == expected else {
          throw DownloadError.wrongDigest(file: folder + "/" + member, found: found, expected: expected)
        }
      } catch {
        try? files.removeItem(atPath: archive)
        throw error
      }
    }
    let code = try tar(["-xzf", archive, "-C", staging, "--strip-components", "\(strip)"])
    guard code == 0, files.fileExists(atPath: staging + "/" + member) else {
      try? files.removeItem(atPath: archive)
      let reason = code == 0 ? "there is no '\(member)' in it" : "tar ended with code \(code)"
      throw DownloadError.unpacking(file: archive, message: reason)
    }
    if let expected = listSHA256 {
      let found = try Self.listSHA256(of: member, in: staging)
      guard found == expected else {
        try? files.removeItem(atPath: archive)
        throw DownloadError.wrongDigest(file: folder + "/" + member, found: found, expected: expected)
      }
    }
    guard rename(staging + "/" + member, folder + "/" + member) == 0 else {
      throw DownloadError.writing(path: folder + "/" + member, message: String(cString: strerror(errno)))
    }
    try? files.removeItem(atPath: archive)
  }

  private func tar(_ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["tar"] + arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// The digest of the list that `sha256sum member/*` writes, sorted by the bytes of the names.
  package static func listSHA256(of member: String, in folder: String) throws -> String {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/" + member)
    let sorted = names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    let door = FileDoor("\(folder)/\(member)", links: .nowhere)
    var list = ""
    for name in sorted {
      // Read as the files that they are, whatever the archive made of the names.
      var digest = SHA256()
      try door.file(name, atMost: .max).pieces { digest.add($0) }
      list += digest.text + "  \(member)/\(name)\n"
    }
    return SHA256.of(Array(list.utf8))
  }
}
