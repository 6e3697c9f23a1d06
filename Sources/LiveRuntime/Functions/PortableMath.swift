/// The elementary functions of a live figure, in Swift alone: the nearest double in nearly every case, on any machine.
enum PortableMath {
  static func exp(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x > 709.782_712_893_384 { return .infinity }
    if x < -745.133_219_101_941_2 { return 0 }
    let (number, power) = DoubleDouble.exponential(DoubleDouble(x))
    // In two steps, because 2¹⁰²⁴ is no double.
    return number.scaled(byPowerOfTwo: power / 2).scaled(byPowerOfTwo: power - power / 2).rounded
  }

  static func expm1(_ x: Double) -> Double {
    if x.isNaN || x == 0 { return x }
    if x > 700 { return exp(x) }
    return x < -100 ? -1 : DoubleDouble.exponentialMinusOne(DoubleDouble(x)).rounded
  }

  static func log(_ x: Double) -> Double {
    outsideLogarithm(x) ?? DoubleDouble.logarithm(DoubleDouble(x)).rounded
  }

  static func log10(_ x: Double) -> Double {
    outsideLogarithm(x) ?? (DoubleDouble.logarithm(DoubleDouble(x)) / DoubleDouble.ln10).rounded
  }

  static func log2(_ x: Double) -> Double {
    outsideLogarithm(x) ?? (DoubleDouble.logarithm(DoubleDouble(x)) / DoubleDouble.ln2).rounded
  }

  static func log1p(_ x: Double) -> Double {
    if x == 0 || x.isNaN || x == .infinity { return x }
    if x <= -1 { return x == -1 ? -.infinity : .nan }
    return DoubleDouble.logarithmOfOnePlus(DoubleDouble(x)).rounded
  }

  private static func outsideLogarithm(_ x: Double) -> Double? {
    if x > 0, x.isFinite { return nil }
    return x == 0 ? -.infinity : (x > 0 ? x : .nan)
  }

  static func power(_ x: Double, _ y: Double) -> Double {
    if y == 0 || x == 1 { return 1 }
    if x.isNaN || y.isNaN { return .nan }
    let isInteger = y.rounded() == y
    let isOdd = isInteger && y.magnitude < 0x1p53 && Int64(y) & 1 == 1
    let sign: Double = isOdd && x.sign == .minus ? -1 : 1
    let base = x.magnitude
    if y.isInfinite { return base == 1 ? 1 : ((base > 1) == (y > 0) ? .infinity : 0) }
    if base == 0 { return y > 0 ? sign * 0 : sign * .infinity }
    if base.isInfinite { return y > 0 ? sign * .infinity : sign * 0 }
    if x < 0, !isInteger { return .nan }
    let logarithm = DoubleDouble.logarithm(DoubleDouble(base))
    let estimate = logarithm.high * y
    if estimate > 710 { return sign * .infinity }
    if estimate < -746 { return sign * 0 }
    let (number, power) = DoubleDouble.exponential(logarithm * y)
    return sign * number.scaled(byPowerOfTwo: power / 2).scaled(byPowerOfTwo: power - power / 2).rounded
  }

  static func sin(_ x: Double) -> Double {
    x.isFinite && x != 0 ? DoubleDouble.sineAndCosine(DoubleDouble(x)).sine.rounded : (x == 0 ? x : .nan)
  }

  static func cos(_ x: Double) -> Double {
    x.isFinite ? DoubleDouble.sineAndCosine(DoubleDouble(x)).cosine.rounded : .nan
  }

  static func tan(_ x: Double) -> Double {
    guard x.isFinite, x != 0 else { return x == 0 ? x : .nan }
    let (sine, cosine) = DoubleDouble.sineAndCosine(DoubleDouble(x))
    return (sine / cosine).rounded
  }

  static func tanh(_ x: Double) -> Double {
    if x.isNaN || x == 0 { return x }
    if x.magnitude > 20 { return x < 0 ? -1 : 1 }
    let grown = DoubleDouble.exponentialMinusOne(DoubleDouble(2 * x))
    return (grown / (grown + 2)).rounded
  }

  /// ½eˣ, also where eˣ is no double any more.
  private static func halfExponential(_ x: Double) -> Double {
    x < 709 ? exp(x) / 2 : exp(x - 64) / 2 * exp(64)
  }

  static func sinh(_ x: Double) -> Double {
    if x.isNaN || x == 0 || x.isInfinite { return x }
    if x.magnitude > 40 { return (x < 0 ? -1 : 1) * halfExponential(x.magnitude) }
    let grown = DoubleDouble.exponentialMinusOne(DoubleDouble(x))
    return ((grown + grown / (grown + 1)) / 2).rounded
  }

  static func cosh(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x.magnitude > 40 { return halfExponential(x.magnitude) }
    let grown = DoubleDouble.exponentialMinusOne(DoubleDouble(x)) + 1
    return ((grown + DoubleDouble(1) / grown) / 2).rounded
  }

  static func arctan(_ x: Double) -> Double {
    if x.isNaN || x == 0 { return x }
    if x.isInfinite { return x < 0 ? -.pi / 2 : .pi / 2 }
    return DoubleDouble.arctangent(DoubleDouble(x)).rounded
  }

  static func arcsin(_ x: Double) -> Double {
    if x == 0 { return x }
    guard x.magnitude < 1 else { return x.magnitude == 1 ? x * .pi / 2 : .nan }
    let x = DoubleDouble(x)
    let cosine = ((DoubleDouble(1) - x) * (x + 1)).squareRoot
    return DoubleDouble.arctangent(x / cosine).rounded
  }

  static func arccos(_ x: Double) -> Double {
    guard x.magnitude < 1 else { return x == 1 ? 0 : (x == -1 ? .pi : .nan) }
    let x = DoubleDouble(x)
    return (DoubleDouble.arctangent(((DoubleDouble(1) - x) / (x + 1)).squareRoot) * 2).rounded
  }
}
