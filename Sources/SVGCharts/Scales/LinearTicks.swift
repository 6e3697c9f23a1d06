import ElementaryNumerics

/// Round tick values of a linear scale: multiples of 1, 2 or 5 times a power of ten.
///
/// The rule is that of D3's `ticks` (Bostock): of the three steps, it takes the one whose number of ticks is nearest
/// to the requested number on a logarithmic scale. Ticks are exact decimals.
struct LinearTicks {
  /// The ticks from low to high; empty when the domain or the count is invalid.
  let ticks: [DecimalNumber]
  /// The distance between ticks; 1 · 10⁰ when there is none.
  let step: DecimalNumber

  init(_ low: Double, _ high: Double, count: Double) {
    guard low.isFinite, high.isFinite, low < high, count > 0,
      let step = LinearTicks.step(low, high, count: count)
    else {
      // A domain of one value has a tick there when it is a short decimal.
      let only = DecimalNumber(low, significantDigits: 15)
      ticks = low == high && count > 0 && only.value == low ? [only] : []
      step = DecimalNumber(mantissa: 1, exponent: 0)
      return
    }
    let tick: (Double) -> DecimalNumber = {
      DecimalNumber(mantissa: Int64($0) * step.mantissa, exponent: step.exponent)
    }
    var first = LinearTicks.quotient(low, by: step).rounded()
    var last = LinearTicks.quotient(high, by: step).rounded()
    if first.magnitude < 1e15, tick(first).value < low { first += 1 }
    if last.magnitude < 1e15, tick(last).value > high { last -= 1 }
    self.step = step
    guard first.magnitude < 1e15, last.magnitude < 1e15, last >= first, last - first < 10_000 else {
      if count < 2, count >= 0.5 {
        ticks = LinearTicks(low, high, count: count * 2).ticks
      } else {
        ticks = []
      }
      return
    }
    ticks = (Int64(first)...Int64(last)).map { tick(Double($0)) }
  }

  /// The step for about `count` intervals.
  static func step(_ low: Double, _ high: Double, count: Double) -> DecimalNumber? {
    let raw = high / count - low / count
    guard raw.isFinite, raw > 0 else { return nil }
    let power = Int(RealFunctions.log10(raw).rounded(.down))
    let error = PowerOfTen.scale(raw, byPowerOfTen: -power)
    if error >= 50.0.squareRoot() { return DecimalNumber(mantissa: 1, exponent: power + 1) }
    if error >= 10.0.squareRoot() { return DecimalNumber(mantissa: 5, exponent: power) }
    if error >= 2.0.squareRoot() { return DecimalNumber(mantissa: 2, exponent: power) }
    return DecimalNumber(mantissa: 1, exponent: power)
  }

  /// value / step, rounded when it differs from an integer only by rounding errors.
  static func quotient(_ value: Double, by step: DecimalNumber) -> Double {
    let quotient = PowerOfTen.scale(value, byPowerOfTen: -step.exponent) / Double(step.mantissa)
    let nearest = quotient.rounded()
    return (quotient - nearest).magnitude <= 1e-9 * max(1, nearest.magnitude * 1e-6) ? nearest : quotient
  }

  /// The domain extended outwards to whole steps.
  static func nice(_ low: Double, _ high: Double, count: Double) -> (low: Double, high: Double) {
    var (low, high) = (low, high)
    var previous: DecimalNumber?
    for _ in 0..<5 {
      guard let step = step(low, high, count: count), step != previous else { break }
      previous = step
      let first = quotient(low, by: step).rounded(.down)
      let last = quotient(high, by: step).rounded(.up)
      guard first.magnitude < 1e15, last.magnitude < 1e15 else { break }
      let niceLow = DecimalNumber(mantissa: Int64(first) * step.mantissa, exponent: step.exponent).value
      let niceHigh = DecimalNumber(mantissa: Int64(last) * step.mantissa, exponent: step.exponent).value
      guard niceLow.isFinite, niceHigh.isFinite else { break }
      (low, high) = (niceLow, niceHigh)
    }
    return (low, high)
  }
}
