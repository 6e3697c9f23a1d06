/// Encodes the parts of a checkpoint: little-endian, with the length before each list.
struct CheckpointWriter {
  static let mark: [UInt8] = Array("galley checkpoint 1\n".utf8)
  private var bytes = mark

  mutating func add(_ integer: Int) {
    withUnsafeBytes(of: Int64(integer).littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func add(text: String) {
    add(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func add(_ metrics: Metrics) {
    add(Int(truncatingIfNeeded: metrics.loss.bitPattern))
    add(metrics.correct ?? -1)
    add(metrics.count)
  }

  mutating func add<Scalar: NetworkScalar>(_ scalars: [Scalar]) {
    add(scalars.count)
    scalars.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  /// All bytes, and a checksum of them.
  var finished: [UInt8] {
    var copy = self
    copy.add(Int(truncatingIfNeeded: checksum(bytes[...])))
    return copy.bytes
  }
}

/// Decodes a checkpoint. No content of a file can make it read out of bounds.
struct CheckpointReader {
  private let bytes: [UInt8]
  private let path: String
  private let end: Int
  private var position = CheckpointWriter.mark.count

  init(_ bytes: [UInt8], path: String) throws(NetworkError) {
    (self.bytes, self.path, end) = (bytes, path, bytes.count - 8)
    guard bytes.starts(with: CheckpointWriter.mark) else {
      throw .checkpoint(path: path, reason: "it is not a checkpoint of this version")
    }
    guard end >= position, Int(truncatingIfNeeded: checksum(bytes[..<end])) == integer(at: end) else {
      throw .checkpoint(path: path, reason: "it is damaged or cut short; use an older one")
    }
  }

  private func integer(at offset: Int) -> Int {
    Int((0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[offset + $1]) << (8 * UInt64($1)) }.asSigned)
  }

  private mutating func advance(_ count: Int) throws(NetworkError) -> Int {
    guard count >= 0, count <= end - position else {
      throw .checkpoint(path: path, reason: "it is damaged or cut short; use an older one")
    }
    defer { position += count }
    return position
  }

  mutating func integer() throws(NetworkError) -> Int { integer(at: try advance(8)) }

  /// Reads a count of following elements, which cannot exceed the number of remaining bytes.
  mutating func count() throws(NetworkError) -> Int {
    let count = try integer()
    guard count >= 0, count <= end - position else {
      throw .checkpoint(path: path, reason: "it is damaged or cut short; use an older one")
    }
    return count
  }

  mutating func text() throws(NetworkError) -> String {
    let count = try count()
    let start = try advance(count)
    return String(decoding: bytes[start..<start + count], as: UTF8.self)
  }

  mutating func metrics() throws(NetworkError) -> Metrics {
    let loss = Double(bitPattern: UInt64(bitPattern: Int64(try integer())))
    let correct = try integer()
    return Metrics(loss: loss, correct: correct < 0 ? nil : correct, count: try integer())
  }

  mutating func scalars<Scalar: NetworkScalar>(exactly expected: Int? = nil) throws(NetworkError) -> [Scalar]
  {
    let count = try count()
    guard expected == nil || count == expected, count <= (end - position) / MemoryLayout<Scalar>.stride else {
      throw .checkpoint(path: path, reason: "it is damaged or cut short; use an older one")
    }
    let start = try advance(count * MemoryLayout<Scalar>.stride)
    return bytes.withUnsafeBytes { bytes in
      (0..<count).map {
        bytes.loadUnaligned(fromByteOffset: start + $0 * MemoryLayout<Scalar>.stride, as: Scalar.self)
      }
    }
  }
}

extension UInt64 {
  fileprivate var asSigned: Int64 { Int64(bitPattern: self) }
}

/// The 64-bit hash of Fowler, Noll and Vo (1a).
private func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
  bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
}
