// The only file of this module that knows the platform's C library.

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The functions that the standard library lacks, of one real number.
enum RealFunctions {
  static func exp(_ x: Double) -> Double { platformExp(x) }
  static func log(_ x: Double) -> Double { platformLog(x) }
  static func sin(_ x: Double) -> Double { platformSin(x) }
  static func cos(_ x: Double) -> Double { platformCos(x) }
  static func tan(_ x: Double) -> Double { platformTan(x) }
  static func tanh(_ x: Double) -> Double { platformTanh(x) }
  static func sinh(_ x: Double) -> Double { platformSinh(x) }
  static func cosh(_ x: Double) -> Double { platformCosh(x) }
  static func arcsin(_ x: Double) -> Double { platformAsin(x) }
  static func arccos(_ x: Double) -> Double { platformAcos(x) }
  static func arctan(_ x: Double) -> Double { platformAtan(x) }
  static func areaSine(_ x: Double) -> Double { platformAsinh(x) }
  static func areaCosine(_ x: Double) -> Double { platformAcosh(x) }
  static func areaTangent(_ x: Double) -> Double { platformAtanh(x) }
  static func gamma(_ x: Double) -> Double { platformGamma(x) }
  static func power(_ base: Double, _ exponent: Double) -> Double { platformPow(base, exponent) }
}

private func platformExp(_ x: Double) -> Double { exp(x) }
private func platformLog(_ x: Double) -> Double { log(x) }
private func platformSin(_ x: Double) -> Double { sin(x) }
private func platformCos(_ x: Double) -> Double { cos(x) }
private func platformTan(_ x: Double) -> Double { tan(x) }
private func platformTanh(_ x: Double) -> Double { tanh(x) }
private func platformSinh(_ x: Double) -> Double { sinh(x) }
private func platformCosh(_ x: Double) -> Double { cosh(x) }
private func platformAsin(_ x: Double) -> Double { asin(x) }
private func platformAcos(_ x: Double) -> Double { acos(x) }
private func platformAtan(_ x: Double) -> Double { atan(x) }
private func platformAsinh(_ x: Double) -> Double { asinh(x) }
private func platformAcosh(_ x: Double) -> Double { acosh(x) }
private func platformAtanh(_ x: Double) -> Double { atanh(x) }
private func platformGamma(_ x: Double) -> Double { tgamma(x) }
private func platformPow(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
