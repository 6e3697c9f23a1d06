/// Writes coordinates: at most two decimals, no exponent, no negative zero.
enum SVGNumber {
  static func text(_ value: Double) -> String {
    var bytes: [UInt8] = []
    append(value, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  static func append(_ value: Double, to bytes: inout [UInt8]) {
    guard !value.isNaN else {
      bytes.append(48)
      return
    }
    let hundredths = Int((min(1e7, max(-1e7, value)) * 100).rounded())
    var magnitude = hundredths.magnitude
    if hundredths < 0 { bytes.append(45) }
    var digits = 0
    let fraction = magnitude % 100
    magnitude /= 100
    let start = bytes.count
    repeat {
      bytes.append(48 + UInt8(magnitude % 10))
      magnitude /= 10
      digits += 1
    } while magnitude > 0
    if digits > 1 { bytes[start...].reverse() }
    guard fraction > 0 else { return }
    bytes.append(46)
    bytes.append(48 + UInt8(fraction / 10))
    if fraction % 10 > 0 { bytes.append(48 + UInt8(fraction % 10)) }
  }
}
