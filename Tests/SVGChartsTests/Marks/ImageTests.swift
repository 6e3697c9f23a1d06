import Testing

@testable import SVGCharts

@Suite struct ImageTests {
  @Test("compressed pictures unpack to the same bytes", arguments: 0..<40)
  func deflate(seed: Int) throws {
    var dice = Dice(seed: UInt64(seed))
    var bytes: [UInt8] = []
    while bytes.count < 900 {
      let byte = UInt8(truncatingIfNeeded: dice.next())
      bytes += [UInt8](repeating: byte, count: Int.random(in: 1...(seed % 4 == 0 ? 700 : 5), using: &dice))
    }
    #expect(try inflated(Deflate.compressed(bytes)) == bytes)
  }

  @Test("a PNG begins and ends as the specification says")
  func png() {
    let file = PNGEncoder.encode(PixelImage([0, 1], width: 2))
    #expect(Array(file.prefix(8)) == [137, 80, 78, 71, 13, 10, 26, 10])
    #expect(Array(file.suffix(8)) == [0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82])
  }

  @Test("checksums are those of the usual examples")
  func checksums() {
    #expect(PNGEncoder.crc32(Array("123456789".utf8)) == 0xcbf4_3926)
    #expect(PNGEncoder.adler32(Array("Wikipedia".utf8)) == 0x11e6_0398)
  }

  @Test("Base64 is that of RFC 4648")
  func base64() {
    let pairs = [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")]
    for (text, code) in pairs { #expect(Base64.text(Array(text.utf8)) == code) }
  }

  @Test("values outside 0…1 are clamped, and missing pixels are added")
  func pixels() {
    #expect(PixelImage([-1, 2, .nan], width: 2).pixels == [0, 255, 0, 0])
  }

  private struct BadStream: Error {}

  /// Reads one block of fixed codes, according to RFC 1951.
  private func inflated(_ bytes: [UInt8]) throws -> [UInt8] {
    var position = 0
    func bit() throws -> Int {
      guard position / 8 < bytes.count else { throw BadStream() }
      defer { position += 1 }
      return Int(bytes[position / 8] >> UInt8(position % 8) & 1)
    }
    func number(_ bits: Int) throws -> Int { try (0..<bits).reduce(0) { try $0 | bit() << $1 } }
    func code(_ bits: Int, after start: Int = 0) throws -> Int {
      try (0..<bits).reduce(start) { sum, _ in try sum << 1 | bit() }
    }
    guard try number(3) == 3 else { throw BadStream() }
    let bases = [
      3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
      227, 258,
    ]
    let extras = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
    var output: [UInt8] = []
    while true {
      var symbol = try code(7)
      if symbol <= 23 {
        symbol += 256
      } else {
        symbol = try code(1, after: symbol)
        if symbol >= 0x30 && symbol <= 0xbf {
          symbol -= 0x30
        } else if symbol >= 0xc0 && symbol <= 0xc7 {
          symbol += 280 - 0xc0
        } else {
          symbol = try code(1, after: symbol) - 0x190 + 144
        }
      }
      if symbol == 256 { return output }
      if symbol < 256 {
        output.append(UInt8(symbol))
      } else {
        let length = bases[symbol - 257] + (try number(extras[symbol - 257]))
        guard try number(5) == 0, let last = output.last else { throw BadStream() }
        output += [UInt8](repeating: last, count: length)
      }
    }
  }
}
