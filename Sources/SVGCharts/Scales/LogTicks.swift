import ElementaryNumerics

/// Ticks of a logarithmic scale: powers of ten when they fit, otherwise every second, third, … of them;
/// within few decades also 2 and 5 times a power of ten.
struct LogTicks {
  /// Ticks that carry a label.
  var major: [DecimalNumber] = []
  /// Ticks between them, without a label.
  var minor: [DecimalNumber] = []

  init(_ low: Double, _ high: Double, count: Double) {
    guard low > 0, high > low, high.isFinite else { return }
    let decades = RealFunctions.log10(high) - RealFunctions.log10(low)
    guard decades > 0.7 else {
      major = LinearTicks(low, high, count: count).ticks
      return
    }
    let first = Int(RealFunctions.log10(low).rounded(.down))
    let last = Int(RealFunctions.log10(high).rounded(.up))
    let stride = LogTicks.stride(decades, count: count)
    let isInside: (DecimalNumber) -> Bool = { $0.value >= low && $0.value <= high }
    let majorDigits: [Int64] = decades < count / 3 ? [1, 2, 5] : [1]
    for exponent in first...last {
      let isLabelled = exponent % stride == 0
      for digit in stride == 1 ? Array<Int64>(1...9) : [1] {
        let tick = DecimalNumber(mantissa: digit, exponent: exponent)
        guard isInside(tick) else { continue }
        if isLabelled && majorDigits.contains(digit) {
          major.append(tick)
        } else if stride <= 8 {
          minor.append(tick)
        }
      }
    }
    if major.count < 2, decades < 3 {
      major = LinearTicks(low, high, count: count).ticks
      minor = []
    }
  }

  /// The number of powers of ten between labels: a round number that gives about `count` labels or a few more.
  static func stride(_ decades: Double, count: Double) -> Int {
    let strides = [1, 2, 3, 5, 10, 20, 30, 50, 100, 200, 300]
    return strides.first { decades / Double($0) <= max(1, count * 1.35) } ?? 500
  }
}
