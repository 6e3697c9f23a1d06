/// Numbers as text for messages, without Foundation.
package enum NumberText {
  /// Up to eight significant digits; plain between 10⁻⁵ and 10⁹, else scientific.
  package static func short(_ value: Double) -> String { text(value, significantDigits: 8) }

  /// At most `significantDigits` digits, without trailing zeros.
  package static func text(_ value: Double, significantDigits: Int) -> String {
    if value == 0 { return "0" }
    if !value.isFinite { return value.isNaN ? "NaN" : (value < 0 ? "-∞" : "∞") }
    let sign = value < 0 ? "-" : ""
    var (digits, exponent) = decimal(value.magnitude, significantDigits: significantDigits)
    while digits.count > 1, digits.last == 48 { digits.removeLast() }
    let text = String(decoding: digits, as: UTF8.self)
    if exponent < -5 || exponent >= 9 {
      let fraction = digits.count > 1 ? "." + text.dropFirst() : ""
      return "\(sign)\(text.prefix(1))\(fraction)e\(exponent)"
    }
    if exponent < 0 { return sign + "0." + String(repeating: "0", count: -exponent - 1) + text }
    if digits.count <= exponent + 1 {
      return sign + text + String(repeating: "0", count: exponent + 1 - digits.count)
    }
    return sign + text.prefix(exponent + 1) + "." + text.dropFirst(exponent + 1)
  }

  /// The first decimal digits of a positive number, rounded, and the exponent of the first.
  private static func decimal(_ value: Double, significantDigits: Int) -> (digits: [UInt8], exponent: Int) {
    // `description` is the shortest text that reads back as the same number; round that text.
    var digits: [UInt8] = []
    var exponent = 0
    var pointAt: Int?
    var written = value.description[...]
    if let e = written.firstIndex(where: { $0 == "e" || $0 == "E" }) {
      exponent = Int(written[written.index(after: e)...]) ?? 0
      written = written[..<e]
    }
    for byte in written.utf8 {
      if byte == UInt8(ascii: ".") { pointAt = digits.count } else { digits.append(byte) }
    }
    exponent += (pointAt ?? digits.count) - 1
    while digits.count > 1, digits[0] == 48 {
      digits.removeFirst()
      exponent -= 1
    }
    guard digits.count > significantDigits else { return (digits, exponent) }
    let roundsUp = digits[significantDigits] >= 53
    digits.removeSubrange(significantDigits...)
    guard roundsUp else { return (digits, exponent) }
    var index = digits.count - 1
    while index >= 0, digits[index] == 57 {
      digits[index] = 48
      index -= 1
    }
    if index >= 0 {
      digits[index] += 1
    } else {
      digits.insert(49, at: 0)
      digits.removeLast()
      exponent += 1
    }
    return (digits, exponent)
  }
}
