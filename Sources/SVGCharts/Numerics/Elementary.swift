// The only file that needs a C library: every elementary function the charts use comes from here.

#if hasFeature(Embedded)
  @_silgen_name("log10") private func platformLog10(_ x: Double) -> Double
  @_silgen_name("log1p") private func platformLog1p(_ x: Double) -> Double
  @_silgen_name("expm1") private func platformExpm1(_ x: Double) -> Double
  @_silgen_name("pow") private func platformPow(_ x: Double, _ y: Double) -> Double
#else
  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #elseif canImport(Darwin)
    import Darwin
  #elseif canImport(Android)
    import Android
  #elseif canImport(WASILibc)
    import WASILibc
  #elseif canImport(ucrt)
    import ucrt
  #endif
  private func platformLog10(_ x: Double) -> Double { log10(x) }
  private func platformLog1p(_ x: Double) -> Double { log1p(x) }
  private func platformExpm1(_ x: Double) -> Double { expm1(x) }
  private func platformPow(_ x: Double, _ y: Double) -> Double { pow(x, y) }
#endif

/// Elementary functions of one real number.
enum Elementary {
  /// The logarithm to base 10; NaN below zero.
  static func log10(_ x: Double) -> Double { platformLog10(x) }

  /// log(1 + x), accurate for small x.
  static func log1p(_ x: Double) -> Double { platformLog1p(x) }

  /// eˣ − 1, accurate for small x.
  static func expm1(_ x: Double) -> Double { platformExpm1(x) }

  /// x raised to the power y.
  static func power(_ x: Double, _ y: Double) -> Double { platformPow(x, y) }

  /// x · 10ⁿ without overflow or underflow on the way.
  static func scale(_ x: Double, byPowerOfTen exponent: Int) -> Double {
    if exponent > 300 {
      return x * platformPow(10, 300) * platformPow(10, Double(min(exponent, 700) - 300))
    }
    if exponent >= 0 { return x * platformPow(10, Double(exponent)) }
    if exponent < -300 {
      return x / platformPow(10, 300) / platformPow(10, Double(-max(exponent, -700) - 300))
    }
    return x / platformPow(10, Double(-exponent))
  }
}
