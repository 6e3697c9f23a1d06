import ElementaryNumerics

/// A constant as an author wrote it: its exact value and its number of digits.
///
/// `0.1` is exactly one tenth, not the nearest binary fraction. `0.10` is the same number with one more digit of
/// precision. The precision decides what the equality `\sqrt{0.019} = 0.138` claims.
public struct WrittenDecimal: Hashable, Sendable {
  /// The digits as written, without separators: `0.10`, `1e-8`.
  public let text: String
  /// The exponent of ten of the last digit written: −2 for `0.10`, 0 for `12`, −9 for `1.5e-8`.
  public let lastPlace: Int

  /// Whether dots after the digits stand for more digits.
  private(set) var isCutOff = false

  package let exact: Rational?
  /// The nearest floating-point number.
  public let doubleValue: Double

  /// Reads digits with at most one point and an optional exponent (`0.019`, `.5`, `1e-8`).
  public init?(_ text: String) {
    var significand: Int128 = 0
    var fits = true
    var places = 0
    var seenPoint = false
    var seenDigit = false
    var exponent = 0
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte >= 48, byte <= 57 {
        seenDigit = true
        let (tenfold, overflow) = significand.multipliedReportingOverflow(by: 10)
        if overflow || tenfold > 1 << 110 { fits = false } else { significand = tenfold + Int128(byte - 48) }
        if seenPoint { places += 1 }
      } else if byte == UInt8(ascii: "."), !seenPoint {
        seenPoint = true
      } else if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E"), seenDigit {
        guard let written = Int(String(decoding: bytes[(index + 1)...], as: UTF8.self)),
          written.magnitude < 10_000
        else { return nil }
        exponent = written
        break
      } else {
        return nil
      }
      index += 1
    }
    guard seenDigit, let value = Double(text.hasPrefix(".") ? "0" + text : text) else { return nil }
    self.text = text
    lastPlace = exponent - places
    doubleValue = value
    exact = fits ? Self.scaled(significand, by: exponent - places) : nil
  }

  /// The whole number `value`, which must not be negative.
  package init(integer value: Int) {
    text = String(value)
    lastPlace = 0
    exact = Rational(value)
    doubleValue = Double(value)
  }

  /// Whether the constant has no digits after the point and no exponent; such a constant is exact.
  public var isInteger: Bool { lastPlace >= 0 && !text.contains("e") && !text.contains("E") }

  /// The same constant with `isCutOff` set.
  var cutOff: WrittenDecimal {
    var copy = self
    copy.isCutOff = true
    return copy
  }

  /// The largest rounding error: half a unit of the last digit, or a whole unit if the digits are cut off.
  package var halfUnit: MathScalar {
    let parts = isCutOff ? 1 : 2
    guard let half = Self.scaled(1, by: lastPlace)?.divided(by: Rational(parts)) else {
      return MathScalar(0.5 * RealFunctions.power(10, Double(lastPlace)))
    }
    return MathScalar(half)
  }

  /// The largest rounding error of a whole number, if the zeros behind its second digit only give its size: 50 for 8,800.
  package var halfUnitOfDigits: MathScalar {
    let digits = text.utf8.drop { $0 == UInt8(ascii: "0") }
    let zeros = min(digits.reversed().prefix { $0 == UInt8(ascii: "0") }.count, digits.count - 2)
    guard isInteger, zeros > 0, let scale = Self.scaled(1, by: zeros) else { return halfUnit }
    return halfUnit * MathScalar(scale)
  }

  /// The number of significant digits, without leading zeros.
  package var significantDigits: Int {
    let digits = text.utf8.prefix { $0 != UInt8(ascii: "e") && $0 != UInt8(ascii: "E") }
      .filter { $0 != UInt8(ascii: ".") }.drop { $0 == UInt8(ascii: "0") }
    return digits.count
  }

  private static func scaled(_ significand: Int128, by exponent: Int) -> Rational? {
    guard exponent.magnitude < 38 else { return nil }
    var power: Int128 = 1
    for _ in 0..<exponent.magnitude {
      let (next, overflow) = power.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      power = next
    }
    if exponent < 0 { return Rational(significand, power) }
    let (value, overflow) = significand.multipliedReportingOverflow(by: power)
    return overflow ? nil : Rational(value, 1)
  }
}
