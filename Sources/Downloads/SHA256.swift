internal import CNettle
import Foundation

/// The SHA-256 of files and bytes, by nettle (FIPS 180-4), in hexadecimal digits.
package struct SHA256 {
  private var context = sha256_ctx()

  init() { nettle_sha256_init(&context) }

  /// The digest of a file, read piece by piece.
  package static func ofFile(_ path: String) throws -> String {
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    defer { try? file.close() }
    var digest = SHA256()
    while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty { digest.add(piece) }
    return digest.text
  }

  /// The digest of bytes in memory.
  package static func of(_ bytes: [UInt8]) -> String {
    var digest = SHA256()
    digest.add(bytes)
    return digest.text
  }

  mutating func add(_ bytes: some Sequence<UInt8>) {
    let bytes = Array(bytes)
    nettle_sha256_update(&context, bytes.count, bytes)
  }

  /// The digest of all bytes so far.
  var text: String {
    var context = context
    var digest = [UInt8](repeating: 0, count: 32)
    nettle_sha256_digest(&context, 32, &digest)
    let digits = Array("0123456789abcdef")
    return String(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
