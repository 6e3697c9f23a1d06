import ElementaryNumerics

/// A colour in OKLab (Ottosson 2020), where equal distances look about equally different.
struct OKLab: Sendable, Equatable {
  /// Lightness, 0 to 1.
  var lightness: Double
  /// Green to red.
  var a: Double
  /// Blue to yellow.
  var b: Double

  init(lightness: Double, a: Double, b: Double) {
    self.lightness = lightness
    self.a = a
    self.b = b
  }

  init(_ color: RGB) {
    let (red, green, blue) = (RGB.linear(color.red), RGB.linear(color.green), RGB.linear(color.blue))
    let long = OKLab.cubeRoot(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    let middle = OKLab.cubeRoot(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    let short = OKLab.cubeRoot(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
  }

  /// The colour in sRGB, with each component limited to the displayable range.
  var rgb: RGB {
    let long = cube(lightness + 0.3963377774 * a + 0.2158037573 * b)
    let middle = cube(lightness - 0.1055613458 * a - 0.0638541728 * b)
    let short = cube(lightness - 0.0894841775 * a - 1.2914855480 * b)
    return RGB(
      red: OKLab.encoded(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short),
      green: OKLab.encoded(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short),
      blue: OKLab.encoded(-0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short))
  }

  /// The visual difference of two colours; about 0.02 is just noticeable.
  func distance(to other: OKLab) -> Double {
    let (dl, da, db) = (lightness - other.lightness, a - other.a, b - other.b)
    return (dl * dl + da * da + db * db).squareRoot()
  }

  func mixed(with other: OKLab, _ part: Double) -> OKLab {
    OKLab(
      lightness: lightness + (other.lightness - lightness) * part, a: a + (other.a - a) * part,
      b: b + (other.b - b) * part)
  }

  private static func cubeRoot(_ x: Double) -> Double { RealFunctions.power(max(0, x), 1.0 / 3) }

  private func cube(_ x: Double) -> Double { x * x * x }

  private static func encoded(_ linear: Double) -> UInt8 {
    let value = linear <= 0.0031308 ? linear * 12.92 : 1.055 * RealFunctions.power(linear, 1 / 2.4) - 0.055
    return UInt8((min(1, max(0, value)) * 255).rounded())
  }
}
