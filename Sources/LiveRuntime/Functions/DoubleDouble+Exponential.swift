extension DoubleDouble {
  /// eˣ − 1 for −745 < x < 710, and the power of two that e^x − 1 + 1 is still to be multiplied by.
  private static func reducedExponential(_ x: DoubleDouble) -> (minusOne: DoubleDouble, power: Int) {
    let power = (x.high / ln2.high).rounded(.toNearestOrEven)
    let rest = power == 0 ? x : x - ln2 * power
    // |rest| ≤ ½ ln 2. The series converges fast for a 256th of it; squaring brings the whole back.
    let part = rest.scaled(byPowerOfTwo: -8)
    var series = DoubleDouble(1)
    for n in stride(from: 10.0, to: 1, by: -1) { series = part * series / n + 1 }
    var minusOne = part * series
    for _ in 0..<8 { minusOne = minusOne * 2 + minusOne * minusOne }
    return (minusOne, Int(power))
  }

  /// eˣ as a number and a power of two, for −745 < x < 710.
  static func exponential(_ x: DoubleDouble) -> (DoubleDouble, power: Int) {
    let (minusOne, power) = reducedExponential(x)
    return (minusOne + 1, power)
  }

  /// eˣ − 1 for −100 < x < 700.
  static func exponentialMinusOne(_ x: DoubleDouble) -> DoubleDouble {
    let (minusOne, power) = reducedExponential(x)
    if power == 0 { return minusOne }
    return (minusOne + 1).scaled(byPowerOfTwo: power) + -1
  }

  /// The natural logarithm of a positive number.
  static func logarithm(_ x: DoubleDouble) -> DoubleDouble {
    var power = Int(x.high.exponent)
    if x.high.significand > 1.414_213_562_373_095 { power += 1 }
    let half = power / 2
    let m = x.scaled(byPowerOfTwo: -half).scaled(byPowerOfTwo: half - power)
    let z = (m.high - 1) / (m.high + 1)
    var series = 0.0
    for n in stride(from: 21.0, through: 1, by: -2) { series = series * z * z + 1 / n }
    // One step of Newton's method for e^y = m, with the second term of its error.
    let guess = 2 * z * series
    let error = m * (exponentialMinusOne(DoubleDouble(-guess)) + 1) + -1
    let logarithm = DoubleDouble(guess) + (error - error * error / 2)
    return power == 0 ? logarithm : ln2 * Double(power) + logarithm
  }

  /// log(1 + x) for x > −1.
  static func logarithmOfOnePlus(_ x: DoubleDouble) -> DoubleDouble {
    guard x.high.magnitude < 1e-3 else { return logarithm(x + 1) }
    var series = DoubleDouble(0)
    for n in stride(from: 12.0, through: 1, by: -1) { series = DoubleDouble(1) / n - x * series }
    return x * series
  }
}
