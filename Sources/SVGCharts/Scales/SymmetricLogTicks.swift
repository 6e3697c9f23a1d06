import ElementaryNumerics

/// Ticks of a symmetric logarithmic scale: zero and powers of ten on both sides of it.
struct SymmetricLogTicks {
  /// The ticks from low to high.
  let ticks: [DecimalNumber]

  init(_ low: Double, _ high: Double, constant: Double, count: Double) {
    guard low.isFinite, high.isFinite, low < high, constant > 0 else {
      ticks = []
      return
    }
    let greatest = max(low.magnitude, high.magnitude)
    let first = Int(RealFunctions.log10(constant).rounded(.up))
    let last = Int(RealFunctions.log10(greatest).rounded(.down))
    guard last > first else {
      ticks = LinearTicks(low, high, count: count).ticks
      return
    }
    let sides = low < 0 && high > 0 ? 2.0 : 1.0
    let stride = LogTicks.stride(Double(last - first + 1) * sides, count: count)
    var exponents: [Int] = []
    var exponent = last
    while exponent >= first {
      exponents.append(exponent)
      exponent -= stride
    }
    var found = exponents.map { DecimalNumber(mantissa: -1, exponent: $0) }
    found.append(DecimalNumber(mantissa: 0, exponent: 0))
    found += exponents.reversed().map { DecimalNumber(mantissa: 1, exponent: $0) }
    ticks = found.filter { $0.value >= low && $0.value <= high }
  }
}
