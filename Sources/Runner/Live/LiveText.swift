/// Tells whether canonical normalization can change a string that a program makes.
///
/// Strings are equal if their normalized forms are. Without combining characters, every string of a program is
/// normalized already, and a page needs no tables for it.
enum LiveText {
  /// Whether the strings of a program with this code are all normalized: it has no character that combines with
  /// another or is replaced by another, and makes none from numbers or by a change of case.
  static func isNormalized(_ code: String) -> Bool {
    !makers.contains { code.contains($0) } && code.unicodeScalars.allSatisfy(staysAlone)
  }

  private static let makers = ["u{", "Scalar", "decoding", "validating", "cString", "cased()", "Mapping"]

  /// Whether normalization leaves a scalar as it is beside every other such scalar. The first composition of Unicode is
  /// with U+0300, and the parts of Hangul syllables are from U+1100 on.
  static func staysAlone(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x300 { return true }
    if (0x1100...0x11FF).contains(scalar.value) { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return false
    default: return !scalar.properties.isFullCompositionExclusion
    }
  }
}
