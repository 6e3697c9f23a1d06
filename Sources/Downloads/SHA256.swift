internal import CNettle
import Foundation

/// The SHA-256 of files and bytes, by nettle (FIPS 180-4), in hexadecimal digits.
package enum SHA256 {
  /// The digest of a file, read piece by piece.
  package static func ofFile(_ path: String) throws -> String {
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    defer { try? file.close() }
    var context = sha256_ctx()
    nettle_sha256_init(&context)
    while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
      nettle_sha256_update(&context, piece.count, [UInt8](piece))
    }
    return finish(&context)
  }

  /// The digest of bytes in memory.
  package static func of(_ bytes: [UInt8]) -> String {
    var context = sha256_ctx()
    nettle_sha256_init(&context)
    nettle_sha256_update(&context, bytes.count, bytes)
    return finish(&context)
  }

  private static func finish(_ context: inout sha256_ctx) -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    nettle_sha256_digest(&context, 32, &digest)
    let digits = Array("0123456789abcdef")
    return String(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
