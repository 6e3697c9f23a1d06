// Only this file calls the elementary functions of the platform's C library.

#if !hasFeature(Embedded)
  #if canImport(Darwin)
    internal import Darwin
  #elseif canImport(Glibc)
    internal import Glibc
  #elseif canImport(Musl)
    internal import Musl
  #elseif canImport(Android)
    internal import Android
  #elseif canImport(WASILibc)
    internal import WASILibc
  #elseif canImport(ucrt)
    internal import ucrt
  #endif
#endif

/// Functions of real numbers that the Swift standard library does not have.
public enum RealFunctions {
  /// The exponential function eˣ.
  public static func exp(_ x: Double) -> Double { platformExp(x) }
  /// eˣ − 1, accurate for small x.
  public static func expm1(_ x: Double) -> Double { platformExpm1(x) }
  /// The natural logarithm; NaN below zero.
  public static func log(_ x: Double) -> Double { platformLog(x) }
  /// The logarithm to base 10; NaN below zero.
  public static func log10(_ x: Double) -> Double { platformLog10(x) }
  /// log(1 + x), accurate for small x.
  public static func log1p(_ x: Double) -> Double { platformLog1p(x) }
  /// The sine of an angle in radians.
  public static func sin(_ x: Double) -> Double { platformSin(x) }
  /// The cosine of an angle in radians.
  public static func cos(_ x: Double) -> Double { platformCos(x) }
  /// The tangent of an angle in radians.
  public static func tan(_ x: Double) -> Double { platformTan(x) }
  /// The hyperbolic sine.
  public static func sinh(_ x: Double) -> Double { platformSinh(x) }
  /// The hyperbolic cosine.
  public static func cosh(_ x: Double) -> Double { platformCosh(x) }
  /// The hyperbolic tangent.
  public static func tanh(_ x: Double) -> Double { platformTanh(x) }
  /// The angle in −π/2…π/2 whose sine is x; NaN outside of −1…1.
  public static func arcsin(_ x: Double) -> Double { platformArcsin(x) }
  /// The angle in 0…π whose cosine is x; NaN outside of −1…1.
  public static func arccos(_ x: Double) -> Double { platformArccos(x) }
  /// The angle between −π/2 and π/2 whose tangent is x.
  public static func arctan(_ x: Double) -> Double { platformArctan(x) }
  /// The number whose hyperbolic sine is x.
  public static func areaSine(_ x: Double) -> Double { platformAreaSine(x) }
  /// The number of at least zero whose hyperbolic cosine is x; NaN below one.
  public static func areaCosine(_ x: Double) -> Double { platformAreaCosine(x) }
  /// The number whose hyperbolic tangent is x; NaN outside of −1…1.
  public static func areaTangent(_ x: Double) -> Double { platformAreaTangent(x) }
  /// The gamma function.
  public static func gamma(_ x: Double) -> Double { platformGamma(x) }
  /// x raised to the power y; NaN for a negative x and a fractional y.
  public static func power(_ x: Double, _ y: Double) -> Double { platformPower(x, y) }
}

#if hasFeature(Embedded)
  @_silgen_name("exp") private func platformExp(_ x: Double) -> Double
  @_silgen_name("expm1") private func platformExpm1(_ x: Double) -> Double
  @_silgen_name("log") private func platformLog(_ x: Double) -> Double
  @_silgen_name("log10") private func platformLog10(_ x: Double) -> Double
  @_silgen_name("log1p") private func platformLog1p(_ x: Double) -> Double
  @_silgen_name("sin") private func platformSin(_ x: Double) -> Double
  @_silgen_name("cos") private func platformCos(_ x: Double) -> Double
  @_silgen_name("tan") private func platformTan(_ x: Double) -> Double
  @_silgen_name("sinh") private func platformSinh(_ x: Double) -> Double
  @_silgen_name("cosh") private func platformCosh(_ x: Double) -> Double
  @_silgen_name("tanh") private func platformTanh(_ x: Double) -> Double
  @_silgen_name("asin") private func platformArcsin(_ x: Double) -> Double
  @_silgen_name("acos") private func platformArccos(_ x: Double) -> Double
  @_silgen_name("atan") private func platformArctan(_ x: Double) -> Double
  @_silgen_name("asinh") private func platformAreaSine(_ x: Double) -> Double
  @_silgen_name("acosh") private func platformAreaCosine(_ x: Double) -> Double
  @_silgen_name("atanh") private func platformAreaTangent(_ x: Double) -> Double
  @_silgen_name("tgamma") private func platformGamma(_ x: Double) -> Double
  @_silgen_name("pow") private func platformPower(_ x: Double, _ y: Double) -> Double
#else
  private func platformExp(_ x: Double) -> Double { exp(x) }
  private func platformExpm1(_ x: Double) -> Double { expm1(x) }
  private func platformLog(_ x: Double) -> Double { log(x) }
  private func platformLog10(_ x: Double) -> Double { log10(x) }
  private func platformLog1p(_ x: Double) -> Double { log1p(x) }
  private func platformSin(_ x: Double) -> Double { sin(x) }
  private func platformCos(_ x: Double) -> Double { cos(x) }
  private func platformTan(_ x: Double) -> Double { tan(x) }
  private func platformSinh(_ x: Double) -> Double { sinh(x) }
  private func platformCosh(_ x: Double) -> Double { cosh(x) }
  private func platformTanh(_ x: Double) -> Double { tanh(x) }
  private func platformArcsin(_ x: Double) -> Double { asin(x) }
  private func platformArccos(_ x: Double) -> Double { acos(x) }
  private func platformArctan(_ x: Double) -> Double { atan(x) }
  private func platformAreaSine(_ x: Double) -> Double { asinh(x) }
  private func platformAreaCosine(_ x: Double) -> Double { acosh(x) }
  private func platformAreaTangent(_ x: Double) -> Double { atanh(x) }
  private func platformGamma(_ x: Double) -> Double { tgamma(x) }
  private func platformPower(_ x: Double, _ y: Double) -> Double { pow(x, y) }
#endif
