import ElementaryNumerics
@testable import Datasets

/// Damages a file: flips bits, cuts off the end, moves pieces, inserts bytes, increases sizes.
struct Mutations {
  var generator: SplitMix64

  mutating func damaged(_ bytes: [UInt8], other: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      guard !bytes.isEmpty else { return bytes }
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      case 1: bytes.removeLast(bytes.count - place)
      case 2: bytes.insert(contentsOf: other.prefix(Int.random(in: 0...64, using: &generator)), at: place)
      case 3:
        bytes.replaceSubrange(
          place..., with: other.suffix(Int.random(in: 0...other.count, using: &generator)))
      case 4:  // The header is where sizes are.
        bytes[Int.random(in: 0..<min(48, bytes.count), using: &generator)] = [0, 127, 128, 255][place % 4]
      default: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      }
    }
    return bytes
  }
}
