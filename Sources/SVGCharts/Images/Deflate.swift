/// Deflate (RFC 1951) with fixed codes; it compresses only runs of one byte.
struct Deflate {
  private var bytes: [UInt8] = []
  private var current: UInt32 = 0
  private var used = 0

  static func compressed(_ input: [UInt8]) -> [UInt8] {
    var stream = Deflate()
    stream.write(1, bits: 1)  // the last block
    stream.write(1, bits: 2)  // fixed codes
    var index = 0
    while index < input.count {
      var run = 0
      if index > 0 {
        while run < 258, index + run < input.count, input[index + run] == input[index - 1] { run += 1 }
      }
      if run >= 3 {
        stream.writeRun(run)
        index += run
      } else {
        stream.writeSymbol(Int(input[index]))
        index += 1
      }
    }
    stream.writeSymbol(256)
    if stream.used > 0 { stream.bytes.append(UInt8(truncatingIfNeeded: stream.current)) }
    return stream.bytes
  }

  /// Repeats the last byte: a length, then distance 1.
  private mutating func writeRun(_ length: Int) {
    if length == 258 {
      writeSymbol(285)
    } else if length <= 10 {
      writeSymbol(254 + length)
    } else {
      // Lengths come in groups of four codes; each group has one more extra bit.
      var extraBits = 1
      while length - 3 >= 8 << extraBits { extraBits += 1 }
      let offset = length - 3 - (4 << extraBits)
      writeSymbol(261 + 4 * extraBits + offset >> extraBits)
      write(UInt32(offset & ((1 << extraBits) - 1)), bits: extraBits)
    }
    write(0, bits: 5)
  }

  private mutating func writeSymbol(_ symbol: Int) {
    switch symbol {
    case ..<144: writeCode(UInt32(0x30 + symbol), bits: 8)
    case ..<256: writeCode(UInt32(0x190 + symbol - 144), bits: 9)
    case ..<280: writeCode(UInt32(symbol - 256), bits: 7)
    default: writeCode(UInt32(0xc0 + symbol - 280), bits: 8)
    }
  }

  /// Codes are written from their highest bit.
  private mutating func writeCode(_ code: UInt32, bits: Int) {
    for bit in stride(from: bits - 1, through: 0, by: -1) { write(code >> UInt32(bit) & 1, bits: 1) }
  }

  /// Numbers are written from their lowest bit.
  private mutating func write(_ value: UInt32, bits: Int) {
    current |= value << UInt32(used)
    used += bits
    while used >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: current))
      current >>= 8
      used -= 8
    }
  }
}
