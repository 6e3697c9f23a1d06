import Files
import Foundation

/// Unpacks an archive: checks its contents, unpacks it into a temporary folder, checks the files, and moves the folder
/// to its name in one step.
package struct Unpacking: Sendable, Equatable {
  /// The folder to keep, as named in the archive without `strip` leading folders.
  package var member: String
  /// The number of leading folders to drop from the names in the archive.
  package var strip: Int
  /// The SHA-256 of the list `digest  member/name` of all files, sorted by name; nil when the archive itself has a
  /// digest.
  package var listSHA256: String?
  /// The most bytes that an archive without a digest of its own may hold.
  package var limit = 256 << 20

  package init(member: String, strip: Int, listSHA256: String? = nil) {
    self.member = member
    self.strip = strip
    self.listSHA256 = listSHA256
  }

  /// Whether the folder exists. It only appears when it is complete.
  func isDone(in folder: String) -> Bool { FileManager.default.fileExists(atPath: folder + "/" + member) }

  /// Unpacks the archive with the `tar` command and then removes it.
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
      // The door refuses links and other special files that the archive may have created.
      var digest = SHA256()
      try door.file(name, atMost: .max).pieces { digest.add($0) }
      list += digest.text + "  \(member)/\(name)\n"
    }
    return SHA256.of(Array(list.utf8))
  }
}
