/// Writes a grey picture as PNG and compresses only runs of equal bytes.
struct PNGEncoder {
  static func encode(_ image: PixelImage) -> [UInt8] {
    var file: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
    // Eight bits of grey, no interlacing.
    append(
      "IHDR", bigEndian(UInt32(image.width)) + bigEndian(UInt32(image.height)) + [8, 0, 0, 0, 0], to: &file)
    var rows: [UInt8] = []
    for row in 0..<image.height {
      rows.append(0)
      rows += image.pixels[(row * image.width)..<((row + 1) * image.width)]
    }
    append("IDAT", [0x78, 0x01] + Deflate.compressed(rows) + bigEndian(adler32(rows)), to: &file)
    append("IEND", [], to: &file)
    return file
  }

  private static func append(_ type: StaticString, _ content: [UInt8], to file: inout [UInt8]) {
    var chunk: [UInt8] = []
    type.withUTF8Buffer { chunk.append(contentsOf: $0) }
    chunk += content
    file += bigEndian(UInt32(content.count)) + chunk + bigEndian(crc32(chunk))
  }

  private static func bigEndian(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { (shift: UInt32) in UInt8(truncatingIfNeeded: value >> shift) }
  }

  static func crc32(_ bytes: [UInt8]) -> UInt32 {
    var remainder: UInt32 = 0xffff_ffff
    for byte in bytes {
      remainder ^= UInt32(byte)
      for _ in 0..<8 { remainder = remainder & 1 == 1 ? (remainder >> 1) ^ 0xedb8_8320 : remainder >> 1 }
    }
    return ~remainder
  }

  static func adler32(_ bytes: [UInt8]) -> UInt32 {
    var (a, b): (UInt32, UInt32) = (1, 0)
    for byte in bytes {
      a = (a + UInt32(byte)) % 65521
      b = (b + a) % 65521
    }
    return b << 16 | a
  }
}
