import CXXHash
import Files
import Foundation

/// Digests of content as short texts: 128 bits of XXH3 in hexadecimal digits.
package enum Fingerprint {
  /// The digest of a text.
  package static func of(_ text: String) -> String {
    var text = text
    return text.withUTF8 { digest(UnsafeRawBufferPointer($0)) }
  }

  /// The digest of bytes.
  package static func of(_ data: Data) -> String { data.withUnsafeBytes { digest($0) } }

  /// The digest of several texts, with a separator between them.
  package static func of(_ parts: [String]) -> String { of(parts.joined(separator: "\u{0}")) }

  /// The digest of the contents of files, in order; nil when a file cannot be read.
  package static func ofContents(_ paths: [String]) -> String? {
    var digests: [String] = []
    for path in paths {
      let url = URL(fileURLWithPath: path)
      let door = FileDoor(url.deletingLastPathComponent().path, links: .anywhere)
      guard let digest = of(url.lastPathComponent, door) else { return nil }
      digests.append(digest)
    }
    return of(digests.joined(separator: "\n"))
  }

  /// The digest of the contents of a file, or of the names and contents of all files below a folder; nil when something
  /// cannot be read.
  ///
  /// - Parameters:
  ///   - limit: The most bytes of files below a folder that are read. The digest of a larger folder is nil.
  ///   - links: The places that links may lead to.
  package static func ofTree(
    _ path: String, atMost limit: Int = .max, links: FileDoor.Links = .anywhere
  ) -> String? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
    guard isFolder.boolValue else { return ofContents([path]) }
    let door = FileDoor(path, links: links)
    guard let files = door.files() else { return nil }
    var rest = limit
    for file in files {
      // The sizes of sparse files may add up to more than an `Int` can hold.
      if file.size > rest { return nil }
      rest -= file.size
    }
    var parts = files.map(\.name)
    for file in files {
      guard let digest = of(file.name, door) else { return nil }
      parts.append(digest)
    }
    return of(parts.joined(separator: "\n"))
  }

  /// The digest of the content of a file, read piece by piece; nil when the door cannot read the file.
  package static func of(_ name: String, _ door: FileDoor) -> String? {
    guard let state = XXH3_createState() else { return nil }
    defer { XXH3_freeState(state) }
    XXH3_128bits_reset(state)
    do {
      try door.file(name, atMost: .max).pieces { XXH3_128bits_update(state, $0.baseAddress, $0.count) }
    } catch {
      return nil
    }
    return text(XXH3_128bits_digest(state))
  }

  /// The digest of a file's path, size, modification time and status change time, for files that are too large to read
  /// each time. No program can set the status change time back.
  package static func ofMetadata(_ path: String) -> String {
    var status = stat()
    guard stat(path, &status) == 0 else { return of(path) }
    #if canImport(Darwin)
      let times = [status.st_mtimespec, status.st_ctimespec]
    #else
      let times = [status.st_mtim, status.st_ctim]
    #endif
    return of("\(path)\n\(status.st_size)" + times.map { "\n\($0.tv_sec).\($0.tv_nsec)" }.joined())
  }

  private static func digest(_ bytes: UnsafeRawBufferPointer) -> String {
    text(XXH3_128bits(bytes.baseAddress, bytes.count))
  }

  private static func text(_ hash: XXH128_hash_t) -> String {
    hexadecimal(hash.high64) + hexadecimal(hash.low64)
  }

  private static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
