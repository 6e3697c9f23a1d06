import Foundation

/// A file that is created before a program runs and is held open. If the program puts a link, a pipe or a device in its
/// place, the replacement is not read.
final class OpenFile: Sendable {
  let path: String
  /// The descriptor, which a child process can inherit.
  let descriptor: Int32

  /// Creates an empty file at `path`. An existing file is removed first.
  init(creating path: String) throws {
    self.path = path
    unlink(path)
    descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    if descriptor < 0 { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
  }

  deinit { close(descriptor) }

  /// The length of the file in bytes.
  var size: Int {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Reads at most `count` bytes from `offset` on. The result is empty at the end of the file and after an error.
  func read(at offset: Int, count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, length in
      length = max(0, pread(descriptor, buffer.baseAddress, count, off_t(offset)))
    }
  }

  /// The first 16 MiB as text, which is enough for the output of a compiler.
  var text: String { String(decoding: contents(limit: 16 << 20), as: UTF8.self) }

  /// The contents of the file, up to `limit` bytes.
  func contents(limit: Int) -> Data {
    var data = Data()
    while data.count < limit {
      let bytes = read(at: data.count, count: min(1 << 16, limit - data.count))
      if bytes.isEmpty { break }
      data += bytes
    }
    return data
  }
}
