/// Ticks of a logarithmic scale: powers of ten where there is room, otherwise every second, third, …;
/// within few decades also 2 and 5 times a power of ten.
struct LogTicks {
  /// Ticks that carry a label.
  var major: [DecimalNumber] = []
  /// Ticks between them, without a label.
  var minor: [DecimalNumber] = []

  init(_ low: Double, _ high: Double, count: Double) {
    guard low > 0, high > low, high.isFinite else { return }
    let decades = Elementary.log10(high) - Elementary.log10(low)
    guard decades > 0.7 else {
      major = LinearTicks(low, high, count: count).ticks
      return
    }
    let first = Int(Elementary.log10(low).rounded(.down))
    let last = Int(Elementary.log10(high).rounded(.up))
    let stride = max(1, Int((decades / max(1, count)).rounded(.up)))
    let isInside: (DecimalNumber) -> Bool = { $0.value >= low && $0.value <= high }
    let majorDigits = decades < count / 3 ? [1, 2, 5] : [1]
    for exponent in first...last {
      let isLabelled = exponent % stride == 0
      for digit in stride == 1 ? Array(1...9) : [1] {
        let tick = DecimalNumber(mantissa: digit, exponent: exponent)
        guard isInside(tick) else { continue }
        if isLabelled && majorDigits.contains(digit) {
          major.append(tick)
        } else if stride <= 8 {
          minor.append(tick)
        }
      }
    }
    if major.count < 2 {
      major = LinearTicks(low, high, count: count).ticks
      minor = []
    }
  }
}
