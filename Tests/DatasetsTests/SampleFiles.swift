import CZlib
import Foundation

@testable import Datasets

/// Small valid files, made here or by the script beside the fixtures.
enum SampleFiles {
  static let images = idx([3, 4, 5], (0..<60).map { UInt8($0 * 4) })
  static let labels = idx([3], [7, 0, 9])
  static let wav = fixture("tone.wav")
  static let flac = fixture("tone.flac")

  static func idx(_ sizes: [Int], _ content: [UInt8]) -> [UInt8] {
    let header = sizes.flatMap { size in (0..<4).map { UInt8(truncatingIfNeeded: size >> (24 - 8 * $0)) } }
    return [0, 0, 8, UInt8(sizes.count)] + header + content
  }

  static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    deflateInit2_(
      &stream, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    var input = bytes
    return input.withUnsafeMutableBufferPointer { source in
      [UInt8](unsafeUninitializedCapacity: source.count + 1024) { buffer, count in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = buffer.baseAddress
        stream.avail_out = UInt32(buffer.count)
        deflate(&stream, Z_FINISH)
        count = buffer.count - Int(stream.avail_out)
      }
    }
  }

  static func url(_ name: String) -> URL {
    Bundle.module.bundleURL.appending(path: "Fixtures/" + name)
  }

  static func fixture(_ name: String) -> [UInt8] { [UInt8]((try? Data(contentsOf: url(name))) ?? Data()) }

  /// A folder that is removed after `body`.
  static func inFolder<R>(_ body: (String) throws -> R) throws -> R {
    let folder = FileManager.default.temporaryDirectory.path + "/datasets-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(folder)
  }

  static func write(_ bytes: [UInt8], _ path: String) throws {
    let url = URL(fileURLWithPath: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }
}
