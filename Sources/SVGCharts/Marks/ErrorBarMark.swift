/// A thin line with caps that shows how uncertain a value is.
public struct ErrorBarMark: ChartContent, Sendable {
  /// The mark as data.
  public let marks: [Mark]

  /// A vertical bar from `yStart` to `yEnd`.
  public init(x: PlottableValue, yStart: PlottableValue, yEnd: PlottableValue) {
    marks = [Mark(.errorBar, MarkChannels(x: x, y: yStart, yEnd: yEnd))]
  }

  /// A horizontal bar from `xStart` to `xEnd`.
  public init(xStart: PlottableValue, xEnd: PlottableValue, y: PlottableValue) {
    marks = [Mark(.errorBar, MarkChannels(x: xStart, y: y, xEnd: xEnd))]
  }

  /// A vertical bar from y − error to y + error.
  public init(x: PlottableValue, y: PlottableValue, error: [Double]) {
    let rows = max(y.column.count, error.count)
    let deviation = DataColumn.numbers(error)
    self.init(
      x: x, yStart: .value(y.label, (0..<rows).map { y.column.number($0) - deviation.number($0) }),
      yEnd: .value(y.label, (0..<rows).map { y.column.number($0) + deviation.number($0) }))
  }
}
