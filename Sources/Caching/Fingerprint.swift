import CXXHash
import Foundation

/// Short texts that differ when what they are made of differs: 128 bits of XXH3.
package enum Fingerprint {
  /// Of a text.
  package static func of(_ text: String) -> String {
    var text = text
    return text.withUTF8 { digest(UnsafeRawBufferPointer($0)) }
  }

  /// Of bytes.
  package static func of(_ data: Data) -> String { data.withUnsafeBytes { digest($0) } }

  /// Of several texts, each of which ends where it ends.
  package static func of(_ parts: [String]) -> String { of(parts.joined(separator: "\u{0}")) }

  /// Of what the files hold, in order; nil when one cannot be read.
  package static func ofContents(_ paths: [String]) -> String? {
    var digests: [String] = []
    for path in paths {
      guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe) else {
        return nil
      }
      digests.append(of(data))
    }
    return of(digests.joined(separator: "\n"))
  }

  /// Of the names and contents of a file or of all files below a folder, links followed; nil when something cannot be
  /// read.
  ///
  /// - Parameter limit: The most bytes of files below a folder that are read; with more there is no digest.
  package static func ofTree(_ path: String, atMost limit: Int = .max) -> String? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
    guard isFolder.boolValue else { return ofContents([path]) }
    guard let files = FileTree(path, atMost: limit)?.files else { return nil }
    return ofContents(files.map { "\(path)/\($0)" }).map { of(files.joined(separator: "\n") + "\n" + $0) }
  }

  /// Of a file's path, size and times of change, for files that are too large to read each time. The second time is
  /// the system's own: no program can set it back.
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
    let hash = XXH3_128bits(bytes.baseAddress, bytes.count)
    return hexadecimal(hash.high64) + hexadecimal(hash.low64)
  }

  private static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
