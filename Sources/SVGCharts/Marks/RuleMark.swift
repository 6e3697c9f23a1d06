/// A straight line across the plot: a threshold, a moment, a range.
public struct RuleMark: ChartContent, Sendable {
  /// The mark as data.
  public let marks: [Mark]

  /// A vertical line at `x`, over the whole height or from `yStart` to `yEnd`.
  public init(x: PlottableValue, yStart: PlottableValue? = nil, yEnd: PlottableValue? = nil) {
    marks = [Mark(.rule, MarkChannels(x: x, y: yStart, yEnd: yEnd))]
  }

  /// A horizontal line at `y`, over the whole width or from `xStart` to `xEnd`.
  public init(xStart: PlottableValue? = nil, xEnd: PlottableValue? = nil, y: PlottableValue) {
    marks = [Mark(.rule, MarkChannels(x: xStart, y: y, xEnd: xEnd))]
  }
}
