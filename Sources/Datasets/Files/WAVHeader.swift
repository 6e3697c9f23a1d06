/// Checks the sizes in a WAV header, because libsndfile silently accepts wrong ones.
enum WAVHeader {
  /// The chunks must lie within the file, and one of them must be `data`.
  static func check(_ bytes: [UInt8], file: String) throws(DatasetError) {
    func size(at offset: Int) -> Int { (0..<4).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) } }
    let claimed = size(at: 4) + 8
    guard claimed == bytes.count else {
      throw DatasetError(file, found: "\(bytes.count) bytes", expected: "\(claimed) as its header says")
    }
    var offset = 12
    while offset + 8 <= bytes.count {
      let name = bytes[offset..<offset + 4]
      let length = size(at: offset + 4)
      guard length <= bytes.count - offset - 8 else {
        throw DatasetError(
          file, found: "\(bytes.count - offset - 8) bytes in the chunk at byte \(offset)",
          expected: "\(length)")
      }
      if name.elementsEqual("data".utf8) { return }
      offset += 8 + length + length % 2
    }
    throw DatasetError(file, found: "no chunk 'data'", expected: "one with the samples")
  }
}
