// The only file that imports a C library, for the standard error stream.

#if !hasFeature(Embedded)
  import ElementaryNumerics
#endif
#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Bionic)
  import Bionic
#elseif canImport(ucrt)
  import ucrt
#endif

/// Writes the text to the standard error stream, where the platform has one.
func writeToStandardError(_ text: String) {
  #if !hasFeature(Embedded) && (canImport(Darwin) || canImport(Glibc) || canImport(Musl) || canImport(Bionic))
    _ = text.utf8CString.withUnsafeBytes { write(2, $0.baseAddress, $0.count - 1) }
  #endif
}

/// base^exponent for base > 0.
func power(_ base: Double, _ exponent: Double) -> Double {
  #if hasFeature(Embedded)
    PortableFunctions.power(base, exponent)
  #else
    RealFunctions.power(base, exponent)
  #endif
}

/// The cosine of an angle in radians.
func cosine(_ angle: Double) -> Double {
  #if hasFeature(Embedded)
    PortableFunctions.cosine(angle)
  #else
    RealFunctions.cos(angle)
  #endif
}
