/// Elementary functions in Swift alone, for Embedded targets without a C library. Accurate to about 10⁻¹⁵.
enum PortableFunctions {
  private static let halfPi = Double.pi / 2
  private static let ln2 = 0.693_147_180_559_945_309_417

  /// cos x, by reduction to |r| ≤ π/4 and a Taylor series. For |x| up to about 10⁶.
  static func cosine(_ x: Double) -> Double {
    guard x.isFinite else { return .nan }
    let turns = (x / halfPi).rounded(.toNearestOrEven)
    // π/2 in two parts, so that the difference keeps its digits.
    let r = (x - turns * halfPi) - turns * 6.123_233_995_736_766e-17
    let quadrant = Int(turns.truncatingRemainder(dividingBy: 4)) & 3
    switch quadrant {
    case 0: return cosineSeries(r)
    case 1: return -sineSeries(r)
    case 2: return -cosineSeries(r)
    default: return sineSeries(r)
    }
  }

  /// base^exponent = 2^(exponent·log₂ base), base > 0, the fraction by a series.
  static func power(_ base: Double, _ exponent: Double) -> Double {
    if exponent == 0 || base == 1 { return 1 }
    if base == 0 { return exponent > 0 ? 0 : .infinity }
    return exponential(exponent * logarithm(base))
  }

  /// eˣ = 2ᵏ·eʳ with |r| ≤ ½·ln 2.
  static func exponential(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x > 709.79 { return .infinity }
    if x < -745.2 { return 0 }
    let k = (x / ln2).rounded(.toNearestOrEven)
    let r = x - k * ln2
    var sum = 1.0
    for n in (1...18).reversed() { sum = 1 + r / Double(n) * sum }
    let half = Int(k) / 2
    return sum * scale(half) * scale(Int(k) - half)
  }

  /// ln x = e·ln 2 + 2·artanh((m − 1)/(m + 1)) with x = m·2ᵉ, m in [√½, √2).
  static func logarithm(_ x: Double) -> Double {
    guard x > 0, x.isFinite else { return x == 0 ? -.infinity : (x > 0 ? x : .nan) }
    var (mantissa, power) = (x.significand, Double(x.exponent))
    if mantissa > 1.414_213_562_373_095 { (mantissa, power) = (mantissa / 2, power + 1) }
    let z = (mantissa - 1) / (mantissa + 1)
    let z2 = z * z
    var sum = 0.0
    for n in (0...12).reversed() { sum = sum * z2 + 1 / Double(2 * n + 1) }
    return power * ln2 + 2 * z * sum
  }

  private static func scale(_ power: Int) -> Double {
    Double(sign: .plus, exponent: power, significand: 1)
  }

  private static func cosineSeries(_ r: Double) -> Double {
    var sum = 1.0
    for n in (1...9).reversed() { sum = 1 - r * r / Double(2 * n * (2 * n - 1)) * sum }
    return sum
  }

  private static func sineSeries(_ r: Double) -> Double {
    var sum = 1.0
    for n in (1...9).reversed() { sum = 1 - r * r / Double(2 * n * (2 * n + 1)) * sum }
    return r * sum
  }
}
