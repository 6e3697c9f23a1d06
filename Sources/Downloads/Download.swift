import Foundation

/// Downloads one file to `NAME.part`, which a later attempt continues. The file gets its own name after its digest is
/// checked.
///
/// The `curl` command transfers the file, and this program reads its output through a pipe. Nothing is buffered that is
/// not on disk yet, and curl ends with this program.
package struct Download: Sendable {
  /// The file to download.
  package var file: RemoteFile
  /// The folder for the file.
  package var folder: String
  /// The allowed protocols in curl's notation, also after a redirect.
  package var protocols = "=https"

  /// Creates a download without starting it.
  package init(_ file: RemoteFile, to folder: String) {
    self.file = file
    self.folder = folder
  }

  /// The path of the complete file.
  package var path: String { folder + "/" + file.name }
  var partPath: String { path + ".part" }

  /// Downloads the file unless it exists already with the right digest. Calls `progress` with the number of bytes so
  /// far.
  ///
  /// An interrupted download stays in `NAME.part`. A file with the wrong digest or above its size limit is removed.
  ///
  /// - Throws: `DownloadError`.
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
    // A complete part needs no transfer.
    let isWhole = try offset > 0 && file.sha256.map { try SHA256.ofFile(partPath) == $0 } ?? false
    if !isWhole {
      if offset > file.limit { offset = 0 }
      do {
        try transfer(from: offset, progress)
      } catch DownloadError.transfer(_, let code, _) where offset > 0 && [22, 33, 36].contains(code) {
        // The server cannot continue the transfer or has no more bytes, so start again.
        try transfer(from: 0, progress)
        offset = 0
      }
      // The earlier part may be damaged, so download the whole file again, but only once.
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

  /// Checks the digest of the file, and gives it its name in one step.
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
