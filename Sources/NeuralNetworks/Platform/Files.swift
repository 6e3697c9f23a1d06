// The only file that reads and writes files.

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

enum Files {
  static func read(_ path: String) throws(NetworkError) -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw failure(path, "it cannot be opened") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&block, 1, block.count, file)
      if count == 0 { break }
      bytes.append(contentsOf: block[..<count])
    }
    guard ferror(file) == 0 else { throw failure(path, "it cannot be read") }
    return bytes
  }

  /// Writes a temporary file and renames it, so that the file is never half written.
  static func replace(_ path: String, with bytes: [UInt8]) throws(NetworkError) {
    let partial = path + ".partial"
    guard let file = fopen(partial, "wb") else { throw failure(path, "it cannot be written") }
    let isWritten =
      fwrite(bytes, 1, bytes.count, file) == bytes.count && fflush(file) == 0 && fsync(fileno(file)) == 0
    guard fclose(file) == 0, isWritten else {
      let error = failure(path, "it cannot be written")
      remove(partial)
      throw error
    }
    guard rename(partial, path) == 0 else {
      let error = failure(path, "the finished file cannot be renamed")
      remove(partial)
      throw error
    }
  }

  private static func failure(_ path: String, _ what: String) -> NetworkError {
    .checkpoint(path: path, reason: "\(what): \(String(cString: strerror(errno)))")
  }
}
