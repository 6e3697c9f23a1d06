import Foundation

/// Brings one file: to `NAME.part` first, which a later attempt continues; the name itself only after the digest.
///
/// The transport is the `curl` command, whose output is read through a pipe: nothing is buffered beyond what the disk
/// has taken, and when this program ends curl ends with it.
package struct Download: Sendable {
  /// What is brought.
  package var file: RemoteFile
  /// The folder that it goes to.
  package var folder: String
  /// Protocols that may be used, also after a redirect, in curl's notation.
  package var protocols = "=https"

  /// A download that has not begun.
  package init(_ file: RemoteFile, to folder: String) {
    self.file = file
    self.folder = folder
  }

  /// Where it will be.
  package var path: String { folder + "/" + file.name }
  var partPath: String { path + ".part" }

  /// Brings the file unless it is there already with the right digest; `progress` hears of bytes so far.
  ///
  /// Throws `DownloadError`. What has come before an interruption stays in `NAME.part`; what has the wrong digest or
  /// is too large is removed.
  package func run(progress: (Int) -> Void = { _ in }) throws {
    if let expected = file.sha256, FileManager.default.fileExists(atPath: path),
      try SHA256.ofFile(path) == expected
    {
      return
    }
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw DownloadError.writing(path: folder, message: error.localizedDescription)
    }
    var offset = partSize
    // What is whole already has only not been judged yet.
    let isWhole = try offset > 0 && file.sha256.map { try SHA256.ofFile(partPath) == $0 } ?? false
    if !isWhole {
      if offset > file.limit { offset = 0 }
      do {
        try transfer(from: offset, progress)
      } catch DownloadError.transfer(_, let code, _) where offset > 0 && [22, 33, 36].contains(code) {
        // The server does not continue, or has nothing behind what is here: from the beginning.
        try transfer(from: 0, progress)
        offset = 0
      }
      // What was here before may have been damaged: all again, once.
      if offset > 0, let expected = file.sha256, try SHA256.ofFile(partPath) != expected {
        try transfer(from: 0, progress)
      }
    }
    try accept()
  }

  private var partSize: Int {
    (try? FileManager.default.attributesOfItem(atPath: partPath))?[.size] as? Int ?? 0
  }

  private func transfer(from offset: Int, _ progress: (Int) -> Void) throws {
    let output = try openPart(at: offset)
    defer { try? output.close() }
    let process = try CurlProcess(address: file.address, offset: offset, protocols: protocols)
    var size = offset
    while let piece = process.read() {
      size += piece.count
      guard size <= file.limit else {
        process.stop()
        try? FileManager.default.removeItem(atPath: partPath)
        throw DownloadError.tooLarge(address: file.address, limit: file.limit)
      }
      do {
        try output.write(contentsOf: piece)
      } catch {
        process.stop()
        throw DownloadError.writing(path: partPath, message: error.localizedDescription)
      }
      progress(size)
    }
    let (code, message) = process.finish()
    guard code == 0 else {
      if partSize == 0 { try? FileManager.default.removeItem(atPath: partPath) }
      throw DownloadError.transfer(address: file.address, code: code, message: message)
    }
  }

  private func openPart(at offset: Int) throws -> FileHandle {
    do {
      if offset == 0 { try Data().write(to: URL(fileURLWithPath: partPath)) }
      let output = try FileHandle(forWritingTo: URL(fileURLWithPath: partPath))
      try output.seekToEnd()
      return output
    } catch {
      throw DownloadError.writing(path: partPath, message: error.localizedDescription)
    }
  }

  /// Judges what has come, and gives it its name in one step.
  private func accept() throws {
    if let expected = file.sha256 {
      let found = try SHA256.ofFile(partPath)
      guard found == expected else {
        try? FileManager.default.removeItem(atPath: partPath)
        throw DownloadError.wrongDigest(file: path, found: found, expected: expected)
      }
    }
    guard rename(partPath, path) == 0 else {
      throw DownloadError.writing(path: path, message: String(cString: strerror(errno)))
    }
  }
}
