/// An exact fraction, as long as it fits: every operation returns nil on overflow.
///
/// Written constants are decimals, and sums, products and quotients of decimals are fractions. Arithmetic on
/// fractions decides `0.1 + 0.2 = 0.3` without a tolerance. On overflow, the caller continues with `Double`.
package struct Rational: Hashable, Sendable {
  /// The numerator, which carries the sign.
  package let numerator: Int128
  /// The denominator: positive, without a common factor with the numerator.
  package let denominator: Int128

  /// The whole number `value`.
  package init(_ value: Int) {
    numerator = Int128(value)
    denominator = 1
  }

  /// The reduced fraction, or nil when the denominator is zero or the fraction is too large to be useful.
  package init?(_ numerator: Int128, _ denominator: Int128) {
    guard denominator != 0, numerator != Int128.min, denominator != Int128.min else { return nil }
    let divisor = Self.greatestCommonDivisor(numerator, denominator)
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.numerator = sign * numerator / divisor
    self.denominator = sign * denominator / divisor
  }

  /// The nearest floating-point number.
  package var doubleValue: Double { Self.double(numerator) / Self.double(denominator) }

  /// The nearest floating-point number; nil if the numerator or denominator is not exact as a `Double`.
  var roundedOnce: Double? {
    guard let above = Int64(exactly: numerator), let below = Int64(exactly: denominator),
      above.magnitude < 1 << 53, below < 1 << 53
    else { return nil }
    return Double(above) / Double(below)
  }

  /// The hardware converts 64 bits directly; the conversion of 128 bits is a slow loop.
  private static func double(_ value: Int128) -> Double {
    if let small = Int64(exactly: value) { Double(small) } else { Double(value) }
  }

  /// The largest whole number that is not larger than the fraction.
  var floor: Rational {
    let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    return Rational(uncheckedNumerator: rest < 0 ? quotient - 1 : quotient, denominator: 1)
  }

  /// Whether the fraction is a whole number.
  package var isInteger: Bool { denominator == 1 }

  /// The distance from zero.
  var magnitude: Rational { numerator < 0 ? negated : self }

  /// The fraction with the other sign.
  var negated: Rational { Rational(uncheckedNumerator: -numerator, denominator: denominator) }

  private init(uncheckedNumerator: Int128, denominator: Int128) {
    numerator = uncheckedNumerator
    self.denominator = denominator
  }

  func adding(_ other: Rational) -> Rational? {
    guard let left = product(numerator, other.denominator), let right = product(other.numerator, denominator),
      let below = product(denominator, other.denominator)
    else { return nil }
    let (above, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : Rational(above, below)
  }

  func subtracting(_ other: Rational) -> Rational? { adding(other.negated) }

  func multiplied(by other: Rational) -> Rational? {
    guard let above = product(numerator, other.numerator), let below = product(denominator, other.denominator)
    else { return nil }
    return Rational(above, below)
  }

  func divided(by other: Rational) -> Rational? {
    guard let above = product(numerator, other.denominator), let below = product(denominator, other.numerator)
    else { return nil }
    return Rational(above, below)
  }

  /// The power with a whole exponent.
  func raised(to exponent: Int) -> Rational? {
    guard exponent.magnitude <= 400 else { return nil }
    if exponent < 0 { return Rational(1).divided(by: self)?.raised(to: -exponent) }
    var result = Rational(1)
    for _ in 0..<exponent {
      guard let next = result.multiplied(by: self) else { return nil }
      result = next
    }
    return result
  }

  /// The square root, if it is a fraction too.
  var squareRoot: Rational? {
    guard let above = Self.exactRoot(numerator), let below = Self.exactRoot(denominator) else { return nil }
    return Rational(above, below)
  }

  /// Whether `self` is at most `other`; nil when the comparison overflows.
  func isAtMost(_ other: Rational) -> Bool? {
    guard let left = product(numerator, other.denominator), let right = product(other.numerator, denominator)
    else { return nil }
    return left <= right
  }

  private static func exactRoot(_ value: Int128) -> Int128? {
    guard value >= 0, value < 1 << 100 else { return nil }
    var root = Int128(Double(value).squareRoot())
    while root * root > value { root -= 1 }
    while (root + 1) * (root + 1) <= value { root += 1 }
    return root * root == value ? root : nil
  }

  private func product(_ a: Int128, _ b: Int128) -> Int128? {
    let (result, overflow) = a.multipliedReportingOverflow(by: b)
    return overflow ? nil : result
  }

  private static func greatestCommonDivisor(_ a: Int128, _ b: Int128) -> Int128 {
    var (a, b) = (a < 0 ? -a : a, b < 0 ? -b : b)
    if let small = UInt64(exactly: a), let other = UInt64(exactly: b) {
      var (x, y) = (small, other)
      while y != 0 { (x, y) = (y, x % y) }
      return Int128(max(x, 1))
    }
    while b != 0 { (a, b) = (b, a % b) }
    return max(a, 1)
  }
}
