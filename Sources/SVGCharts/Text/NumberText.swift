/// Formats numbers for readers.
enum NumberText {
  /// U+2212, as wide as a plus sign.
  static let minus = "\u{2212}"

  /// The shortest text that reads back as the same double; whole numbers without a fraction.
  static func plain(_ value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? "NaN" : (value < 0 ? "-inf" : "inf") }
    if value.magnitude < 1e15, value == value.rounded() { return String(Int64(value)) }
    return value.description
  }

  /// A number inside a sentence, with an ASCII exponent for screen readers.
  /// `fraction` keeps one decimal on whole numbers below 100: "4.0".
  static func prose(_ value: Double, significantDigits: Int = 3, fraction: Bool = false) -> String {
    guard value.isFinite else { return value.isNaN ? "not a number" : "infinity" }
    let integral = value.magnitude < 1e6 && value == value.rounded()
    let number = DecimalNumber(value, significantDigits: integral ? 7 : significantDigits)
    let leading = number.leadingExponent
    if leading < -3 || leading > 5 {
      let mantissa = DecimalNumber(mantissa: number.mantissa, exponent: number.exponent - leading)
      return fixed(mantissa, minus: "-") + "e" + String(leading)
    }
    let text = fixed(number, minus: minus)
    return fraction && number.exponent >= 0 && leading < 2 ? text + ".0" : text
  }

  /// All digits, without an exponent; at least `decimals` places.
  static func fixed(
    _ number: DecimalNumber, decimals: Int = 0, grouping: Bool = false, minus: String = minus
  ) -> String {
    let reduced = number.reduced
    var digits = Array(String(reduced.mantissa.magnitude).utf8)
    if reduced.exponent > 0 { digits += [UInt8](repeating: 48, count: reduced.exponent) }
    let places = max(0, -reduced.exponent)
    if digits.count <= places { digits = [UInt8](repeating: 48, count: places - digits.count + 1) + digits }
    let split = digits.count - places
    var text = reduced.mantissa < 0 ? minus : ""
    for (index, digit) in digits[..<split].enumerated() {
      if grouping && index > 0 && (split - index) % 3 == 0 { text += "," }
      text.unicodeScalars.append(Unicode.Scalar(digit))
    }
    guard places > 0 || decimals > 0 else { return text }
    text += "."
    for digit in digits[split...] { text.unicodeScalars.append(Unicode.Scalar(digit)) }
    if decimals > places { text += String(repeating: "0", count: decimals - places) }
    return text
  }

  /// A number in scientific notation: "2.5×10⁻⁶", "10³", "−3×10⁸", "0".
  static func scientific(_ number: DecimalNumber) -> String {
    let reduced = number.reduced
    guard reduced.mantissa != 0 else { return "0" }
    let leading = reduced.leadingExponent
    let mantissa = fixed(DecimalNumber(mantissa: reduced.mantissa, exponent: reduced.exponent - leading))
    let power = "10" + superscript(leading)
    if mantissa == "1" { return power }
    if mantissa == minus + "1" { return minus + power }
    return mantissa + "×" + power
  }

  /// All digits when that is short, otherwise a power of ten.
  static func short(_ number: DecimalNumber) -> String {
    let leading = number.mantissa == 0 ? 0 : number.leadingExponent
    return leading > -4 && leading < 5 ? fixed(number) : scientific(number)
  }

  /// A number with an SI prefix letter: "2.5M", "40µ", "−1k". Nil outside 10⁻¹⁵ … 10¹⁵.
  static func si(_ number: DecimalNumber) -> String? {
    let reduced = number.reduced
    guard reduced.mantissa != 0 else { return "0" }
    let leading = reduced.leadingExponent
    let group = leading >= 0 ? leading / 3 : -((2 - leading) / 3)
    guard let prefix = siPrefix(group) else { return nil }
    return fixed(DecimalNumber(mantissa: reduced.mantissa, exponent: reduced.exponent - 3 * group)) + prefix
  }

  /// The prefix for a power of a thousand; nil when there is none.
  static func siPrefix(_ group: Int) -> String? {
    let prefixes = ["f", "p", "n", "µ", "m", "", "k", "M", "G", "T"]
    return prefixes.indices.contains(group + 5) ? prefixes[group + 5] : nil
  }

  /// An integer in superscript digits: "⁻⁶".
  static func superscript(_ exponent: Int) -> String {
    let digits = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    var text = exponent < 0 ? "⁻" : ""
    for digit in String(exponent.magnitude).utf8 { text += digits[Int(digit) - 48] }
    return text
  }

  /// A count with a separator for thousands: "100,000".
  static func count(_ count: Int) -> String {
    fixed(DecimalNumber(mantissa: Int64(count), exponent: 0), grouping: true)
  }
}
