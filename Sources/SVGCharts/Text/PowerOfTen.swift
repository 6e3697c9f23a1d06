import ElementaryNumerics

enum PowerOfTen {
  /// x · 10ⁿ without overflow or underflow on the way.
  static func scale(_ x: Double, byPowerOfTen exponent: Int) -> Double {
    if exponent > 300 {
      return x * RealFunctions.power(10, 300) * RealFunctions.power(10, Double(min(exponent, 700) - 300))
    }
    if exponent >= 0 { return x * RealFunctions.power(10, Double(exponent)) }
    if exponent < -300 {
      return x / RealFunctions.power(10, 300) / RealFunctions.power(10, Double(-max(exponent, -700) - 300))
    }
    return x / RealFunctions.power(10, Double(-exponent))
  }
}
