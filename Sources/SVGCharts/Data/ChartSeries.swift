/// The data of one series of a chart, for checks and for export.
public struct ChartSeries: Sendable, Equatable {
  /// The name in the legend; the label of y when nothing distinguishes the series.
  public var name: String
  /// The label of x.
  public var xLabel: String
  /// The label of y.
  public var yLabel: String
  /// The x values, in the order given. On an axis of categories, they are category numbers from 0.
  public var x: [Double]
  /// The y values, in the order given. On an axis of categories, they are category numbers from 0.
  public var y: [Double]
  /// The ends of intervals along x; empty for marks without intervals.
  public var xEnd: [Double]
  /// The ends of intervals along y; empty for marks without intervals.
  public var yEnd: [Double]

  /// The number of rows.
  public var count: Int { max(x.count, y.count) }
  /// The first y value; NaN when there is none.
  public var first: Double { y.first ?? .nan }
  /// The last y value; NaN when there is none.
  public var last: Double { y.last ?? .nan }
  /// The smallest y value that is a number; NaN when there is none.
  public var minimum: Double { y.filter { !$0.isNaN }.min() ?? .nan }
  /// The greatest y value that is a number; NaN when there is none.
  public var maximum: Double { y.filter { !$0.isNaN }.max() ?? .nan }
  /// The y value at the first row whose x equals the argument; NaN when there is none.
  public func y(at x: Double) -> Double {
    for (row, value) in self.x.enumerated() where value == x && y.indices.contains(row) { return y[row] }
    return .nan
  }

  init(_ series: DataSeries) {
    name = series.displayName
    xLabel = series.xLabel
    yLabel = series.yLabel
    x = series.x
    y = series.y
    xEnd = series.xEnd
    yEnd = series.yEnd
  }

  /// A series without rows.
  init(name: String) {
    self.name = name
    (xLabel, yLabel) = ("", "")
    (x, y, xEnd, yEnd) = ([], [], [], [])
  }
}

extension Chart {
  /// The series of the chart in drawing order. In a composition, the charts follow one another.
  public var allSeries: [ChartSeries] {
    ChartData(self).series.filter { $0.shape.isDescribed || $0.shape == .rule }.map(ChartSeries.init)
      + panels.flatMap { $0.allSeries }
  }

  /// The first series with this name, which is a category such as "RMSProp" or the label of y. When there is none,
  /// the result is a series without rows, whose values are NaN.
  public func series(_ name: String) -> ChartSeries {
    allSeries.first { $0.name == name } ?? ChartSeries(name: name)
  }
}
