internal import CZlib

/// Inflates a gzip file piece by piece, and never more than requested.
///
/// Format: RFC 1952, with one member. Its check sum and length are compared at its end.
struct GzipStream: ~Copyable {
  private let stream: UnsafeMutablePointer<z_stream>
  private let file: String
  private let input: [UInt8]
  private var position = 0
  private var isAtEnd = false

  static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1f, 0x8b]) }

  init(_ input: [UInt8], file: String) throws(DatasetError) {
    self.input = input
    self.file = file
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // The window has 15 bits, and adding 16 selects the gzip format.
    guard inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw DatasetError(file, found: "no memory to inflate it", expected: "some", remedy: "close something")
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Reads up to `count` more bytes. Only at the end of the file are there fewer.
  mutating func read(_ count: Int) throws(DatasetError) -> [UInt8] {
    var output: [UInt8] = []
    while output.count < count, !isAtEnd {
      // Memory grows with the actual data, not with the size that a header claims.
      let piece = min(count - output.count, 1 << 20)
      let (bytes, status) = inflatePiece(piece)
      output += bytes
      switch status {
      case Z_STREAM_END: isAtEnd = true
      case Z_OK: break
      case Z_BUF_ERROR:
        throw DatasetError(
          file, found: "an archive that ends in its middle (\(input.count) bytes)",
          expected: "a whole gzip file")
      default:
        throw DatasetError(
          file, found: "a damaged archive (near byte \(position))", expected: "a sound gzip file")
      }
    }
    return output
  }

  private mutating func inflatePiece(_ count: Int) -> ([UInt8], Int32) {
    var status = Z_OK
    let start = position
    var consumed = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, written in
      input.withUnsafeBufferPointer { source in
        // zlib does not write to its input.
        stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress.map { $0 + start })
        stream.pointee.avail_in = UInt32(clamping: source.count - start)
        stream.pointee.next_out = buffer.baseAddress
        stream.pointee.avail_out = UInt32(count)
        let available = Int(stream.pointee.avail_in)
        status = inflate(stream, Z_NO_FLUSH)
        consumed = available - Int(stream.pointee.avail_in)
      }
      written = count - Int(stream.pointee.avail_out)
    }
    position += consumed
    if status == Z_BUF_ERROR, !bytes.isEmpty { status = Z_OK }
    return (bytes, status)
  }

  /// Throws an error if there is more content, or if the file has more bytes.
  mutating func expectEnd(after content: Int) throws(DatasetError) {
    guard try read(1).isEmpty else {
      throw DatasetError(file, found: "more than \(content) bytes of content", expected: "no more")
    }
    guard position == input.count else {
      throw DatasetError(
        file, found: "\(input.count - position) bytes behind the archive", expected: "none")
    }
  }
}
