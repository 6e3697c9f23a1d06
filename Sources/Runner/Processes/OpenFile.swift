import Foundation

/// A file that was made before a program ran and is held open: whatever the program puts in its place, a link or a pipe
/// or a device, is not read.
final class OpenFile: Sendable {
  /// Where it lies.
  let path: String
  /// For whoever inherits it.
  let descriptor: Int32

  /// Makes an empty file at `path`, in place of one that is there.
  init(creating path: String) throws {
    self.path = path
    unlink(path)
    descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    if descriptor < 0 { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
  }

  deinit { close(descriptor) }

  /// At most `count` bytes from `offset` on.
  func read(at offset: Int, count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, length in
      length = max(0, pread(descriptor, buffer.baseAddress, count, off_t(offset)))
    }
  }

  /// The text of a compiler's output.
  var text: String { String(decoding: contents(limit: 16 << 20), as: UTF8.self) }

  /// All that it holds, up to `limit` bytes.
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
