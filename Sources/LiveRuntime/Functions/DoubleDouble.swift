/// A number held as the sum of two doubles, about 106 bits: enough to round elementary functions correctly.
struct DoubleDouble {
  var high: Double
  var low: Double

  init(_ high: Double, _ low: Double = 0) {
    self.high = high
    self.low = low
  }

  /// The nearest double.
  var rounded: Double { high + low }

  /// a + b without an error (Knuth 1969).
  static func sum(_ a: Double, _ b: Double) -> DoubleDouble {
    let sum = a + b
    let part = sum - a
    return DoubleDouble(sum, (a - (sum - part)) + (b - part))
  }

  /// a · b without an error (Dekker 1971), for factors below 2⁹⁹⁶.
  static func product(_ a: Double, _ b: Double) -> DoubleDouble {
    let product = a * b
    let (a, b) = (halves(a), halves(b))
    return DoubleDouble(product, ((a.0 * b.0 - product) + a.0 * b.1 + a.1 * b.0) + a.1 * b.1)
  }

  private static func halves(_ x: Double) -> (Double, Double) {
    let scaled = 134_217_729 * x
    let upper = scaled - (scaled - x)
    return (upper, x - upper)
  }

  static func + (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let high = sum(a.high, b.high)
    let low = sum(a.low, b.low)
    let first = sum(high.high, high.low + low.high)
    return sum(first.high, first.low + low.low)
  }

  static prefix func - (a: DoubleDouble) -> DoubleDouble { DoubleDouble(-a.high, -a.low) }

  static func - (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble { a + -b }

  static func * (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let product = product(a.high, b.high)
    return sum(product.high, product.low + (a.high * b.low + a.low * b.high))
  }

  static func / (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let first = a.high / b.high
    var rest = a - DoubleDouble(first) * b
    let second = rest.high / b.high
    rest = rest - DoubleDouble(second) * b
    let quotient = sum(first, second)
    return sum(quotient.high, quotient.low + rest.high / b.high)
  }

  static func + (a: DoubleDouble, b: Double) -> DoubleDouble { a + DoubleDouble(b) }
  static func * (a: DoubleDouble, b: Double) -> DoubleDouble { a * DoubleDouble(b) }
  static func / (a: DoubleDouble, b: Double) -> DoubleDouble { a / DoubleDouble(b) }

  /// The root of a number that is not negative.
  var squareRoot: DoubleDouble {
    guard high > 0 else { return DoubleDouble(0) }
    let root = high.squareRoot()
    let rest = self - DoubleDouble.product(root, root)
    return DoubleDouble.sum(root, rest.high / (2 * root))
  }

  /// This number times a power of two.
  func scaled(byPowerOfTwo power: Int) -> DoubleDouble {
    let factor = Double(sign: .plus, exponent: power, significand: 1)
    return DoubleDouble(high * factor, low * factor)
  }

  static let halfPi = DoubleDouble(0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54)
  /// The part of π/2 that two doubles leave out.
  static let restOfHalfPi = -0x1.f1976b7ed8fbcp-110
  static let ln2 = DoubleDouble(0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56)
  static let ln10 = DoubleDouble(0x1.26bb1bbb55516p+1, -0x1.f48ad494ea3e9p-53)
}
