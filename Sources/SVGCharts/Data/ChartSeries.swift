/// The data of one series of a chart, for checks and for export.
public struct ChartSeries: Sendable, Equatable {
  /// The name in the legend; the label of y when nothing distinguishes the series.
  public var name: String
  /// The x values, in the order given. On an axis of categories: their numbers, from 0.
  public var x: [Double]
  /// The y values, in the order given. On an axis of categories: their numbers, from 0.
  public var y: [Double]

  /// How many rows there are.
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
}

extension Chart {
  /// The series of the chart, in drawing order.
  public var allSeries: [ChartSeries] {
    ChartData(self).series.map {
      ChartSeries(name: $0.name.isEmpty ? $0.yLabel : $0.name, x: $0.x, y: $0.y)
    }
  }

  /// The first series of this name: a category such as "RMSProp", or the label of y. Without one, a series
  /// with no rows, whose values are NaN.
  public func series(_ name: String) -> ChartSeries {
    allSeries.first { $0.name == name } ?? ChartSeries(name: name, x: [], y: [])
  }
}
