import ElementaryNumerics

/// A decimal number held exactly: mantissa · 10^exponent. Ticks are decimal numbers, so that their labels are exact.
struct DecimalNumber: Sendable, Equatable {
  var mantissa: Int64
  var exponent: Int

  /// The number with the fewest digits: 1200 · 10⁰ becomes 12 · 10².
  var reduced: DecimalNumber {
    guard mantissa != 0 else { return DecimalNumber(mantissa: 0, exponent: 0) }
    var result = self
    while result.mantissa % 10 == 0 {
      result.mantissa /= 10
      result.exponent += 1
    }
    return result
  }

  /// The nearest double; exact division below one, so that 3 · 10⁻¹ is the double written 0.3.
  var value: Double { PowerOfTen.scale(Double(mantissa), byPowerOfTen: exponent) }

  init(mantissa: Int64, exponent: Int) {
    self.mantissa = mantissa
    self.exponent = exponent
  }

  /// The number rounded to `significantDigits` (1 to 15), or zero when it is not finite.
  init(_ value: Double, significantDigits: Int) {
    guard value.isFinite, value != 0 else {
      self.init(mantissa: 0, exponent: 0)
      return
    }
    let magnitude = Int(RealFunctions.log10(value.magnitude).rounded(.down))
    var exponent = magnitude - significantDigits + 1
    var mantissa = PowerOfTen.scale(value, byPowerOfTen: -exponent).rounded()
    if mantissa.magnitude >= RealFunctions.power(10, Double(significantDigits)) {
      exponent += 1
      mantissa = PowerOfTen.scale(value, byPowerOfTen: -exponent).rounded()
    }
    self = DecimalNumber(mantissa: Int64(mantissa), exponent: exponent).reduced
  }

  /// The power of ten of the first digit.
  var leadingExponent: Int {
    var digits = 0
    var rest = mantissa.magnitude
    while rest >= 10 {
      rest /= 10
      digits += 1
    }
    return digits + exponent
  }
}
