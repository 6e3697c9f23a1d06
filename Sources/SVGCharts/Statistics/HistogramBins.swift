import ElementaryNumerics

/// Intervals of equal, round width and the number of values in each.
struct HistogramBins: Sendable, Equatable {
  /// Bounds of the bins: one more than there are bins. Empty without finite values.
  var edges: [Double] = []
  /// Values in [edge, next edge); the last bin includes its upper bound.
  var counts: [Int] = []
  /// The number of values that are not finite.
  var missing = 0

  /// About `desiredCount` bins. Without it, the rule of Freedman and Diaconis (1981) decides, between 5
  /// and 100, or Sturges' rule when the middle half of the values is one value.
  init(_ values: [Double], desiredCount: Int? = nil) {
    let sorted = values.filter { $0.isFinite }.sorted()
    missing = values.count - sorted.count
    guard let low = sorted.first, let high = sorted.last else { return }
    guard low < high else {
      let half = low == 0 ? 0.5 : low.magnitude * 0.05
      edges = [low - half, low + half]
      counts = [sorted.count]
      return
    }
    let spread = Quantile.of(sorted, at: 0.75) - Quantile.of(sorted, at: 0.25)
    var count = Double(desiredCount ?? 0)
    if desiredCount == nil {
      let cubeRoot = RealFunctions.power(Double(sorted.count), 1.0 / 3)
      let width = 2 * spread / cubeRoot
      let sturges = RealFunctions.log10(Double(sorted.count)) / RealFunctions.log10(2) + 1
      count = width > 0 ? (high / width - low / width) : sturges
      count = min(100, max(5, count.isFinite ? count : sturges))
    }
    count = min(1000, max(1, count))
    let (niceLow, niceHigh) = LinearTicks.nice(low, high, count: count)
    edges = LinearTicks(niceLow, niceHigh, count: count).ticks.map { $0.value }
    if edges.count < 2 { edges = [low, high] }
    if let first = edges.first, first > low { edges.insert(low, at: 0) }
    if let last = edges.last, last < high { edges.append(high) }
    counts = [Int](repeating: 0, count: edges.count - 1)
    var bin = 0
    for value in sorted {
      while bin < counts.count - 1 && value >= edges[bin + 1] { bin += 1 }
      counts[bin] += 1
    }
  }
}
