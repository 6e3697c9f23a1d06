/// A translucent band around a line: from minimum to maximum, or between two quantiles, of several runs.
public struct BandMark: ChartContent, Sendable {
  /// The mark as data.
  public let marks: [Mark]

  /// The band between two values at each x.
  public init(x: PlottableValue, yStart: PlottableValue, yEnd: PlottableValue, series: PlottableValue? = nil)
  {
    var mark = Mark(.area, MarkChannels(x: x, y: yStart, yEnd: yEnd, series: series))
    mark.style.opacity = 0.22
    marks = [mark]
  }

  /// The band between two quantiles of several runs; 0 and 1 are minimum and maximum. `runs` holds one array
  /// of y values for each run, and values that are not finite are left out.
  public init(
    x: PlottableValue, y label: String, runs: [[Double]], quantiles: ClosedRange<Double> = 0...1,
    series: PlottableValue? = nil
  ) {
    let count = runs.map { $0.count }.max() ?? 0
    var low: [Double] = []
    var high: [Double] = []
    for row in 0..<count {
      let sorted = runs.compactMap { $0.indices.contains(row) ? $0[row] : nil }.filter { $0.isFinite }
        .sorted()
      low.append(Quantile.of(sorted, at: quantiles.lowerBound))
      high.append(Quantile.of(sorted, at: quantiles.upperBound))
    }
    self.init(x: x, yStart: .value(label, low), yEnd: .value(label, high), series: series)
  }
}
