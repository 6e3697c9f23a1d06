import ElementaryNumerics

/// The values at which contour lines are drawn.
public enum ContourLevels: Sendable, Equatable {
  /// About `count` round, evenly spaced values.
  case linear(count: Int)
  /// About `count` values in equal ratios above the minimum of the function, for surfaces that span orders of
  /// magnitude, such as Rosenbrock's.
  case logarithmic(count: Int)
  /// These values.
  case values([Double])

  /// The levels within the range of the data, ascending.
  ///
  /// About a hundredth of the values are below the lowest logarithmic level, so that no level is a tiny speck.
  func resolved(_ values: [Double]) -> [Double] {
    let sorted = values.filter { $0.isFinite }.sorted()
    guard let low = sorted.first, let high = sorted.last else { return [] }
    return resolved(low: low, high: high, speck: Quantile.of(sorted, at: 0.01))
  }

  private func resolved(low: Double, high: Double, speck: Double) -> [Double] {
    switch self {
    case .values(let values): return Array(Set(values.filter { $0.isFinite })).sorted()
    case .linear(let count):
      let ticks = LinearTicks(low, high, count: Double(min(100, max(1, count)))).ticks.map { $0.value }
      return ticks.filter { $0 > low && $0 < high }
    case .logarithmic(let count):
      let wanted = Double(min(100, max(1, count)))
      guard high > 0 else { return [] }
      let top = RealFunctions.log10(high)
      let bottom = max(speck > 0 ? RealFunctions.log10(speck) : top - 4, top - 8)
      guard top > bottom else { return [] }
      let steps: [[Int64]] = [[1], [1, 3], [1, 2, 5], [1, 2, 3, 5, 7]]
      let perDecade = wanted / (top - bottom)
      if perDecade > 6 {
        return ContourLevels.linear(count: count).resolved(low: low, high: high, speck: speck)
      }
      let digits = steps[min(3, max(0, Int(perDecade.rounded()) - 1))]
      let stride = perDecade >= 0.75 ? 1 : max(1, Int((1 / perDecade).rounded()))
      var levels: [Double] = []
      for exponent in Int(bottom.rounded(.down))...Int(top.rounded(.up)) where exponent % stride == 0 {
        levels += digits.map { DecimalNumber(mantissa: $0, exponent: exponent).value }
      }
      return levels.filter { $0 > low && $0 < high && $0 >= RealFunctions.power(10, bottom) }
    }
  }
}
