extension DoubleDouble {
  /// The sine and the cosine of an angle in radians, |x| < 2⁵².
  static func sineAndCosine(_ x: DoubleDouble) -> (sine: DoubleDouble, cosine: DoubleDouble) {
    let turns = (x.high / halfPi.high).rounded(.toNearestOrEven)
    var rest = x
    if turns != 0 {
      rest = x - product(turns, halfPi.high)
      rest = rest - product(turns, halfPi.low)
      rest = rest + -turns * restOfHalfPi
    }
    let square = rest * rest
    var sine = DoubleDouble(1)
    var cosine = DoubleDouble(1)
    for n in stride(from: 26.0, through: 2, by: -2) {
      sine = -(square * sine / (n * (n + 1))) + 1
      cosine = -(square * cosine / (n * (n - 1))) + 1
    }
    sine = sine * rest
    switch Int(turns.truncatingRemainder(dividingBy: 4)) & 3 {
    case 0: return (sine, cosine)
    case 1: return (cosine, -sine)
    case 2: return (-sine, -cosine)
    default: return (-cosine, sine)
    }
  }

  /// The angle whose tangent is x.
  static func arctangent(_ x: DoubleDouble) -> DoubleDouble {
    if x.high < 0 { return -arctangent(-x) }
    if x.high > 1 { return halfPi - arctangent(DoubleDouble(1) / x) }
    // Halved twice, so that the series converges fast.
    var part = x.high
    for _ in 0..<2 { part = part / (1 + (1 + part * part).squareRoot()) }
    var series = 0.0
    for n in stride(from: 21.0, through: 1, by: -2) { series = 1 / n - series * part * part }
    let guess = 4 * part * series
    let (sine, cosine) = sineAndCosine(DoubleDouble(guess))
    let error = (x * cosine - sine) / (cosine + x * sine)
    return DoubleDouble(guess) + error
  }
}
