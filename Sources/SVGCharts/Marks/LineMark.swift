/// A line through data in the order given.
///
/// Rows made one by one in a loop join into one line for each value of `foregroundStyle(by:)`, `symbol(by:)`,
/// `lineStyle(by:)` or `series`. A mark that takes whole arrays is a separate line.
public struct LineMark: ChartContent, Sendable {
  /// The mark as data.
  public let marks: [Mark]

  /// A line through (x, y). `series` separates lines that look alike.
  public init(x: PlottableValue, y: PlottableValue, series: PlottableValue? = nil) {
    marks = [Mark(.line, MarkChannels(x: x, y: y, series: series))]
  }
}
