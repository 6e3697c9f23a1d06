/// The region under a line, or between two lines.
///
/// Areas with the same x and different categories are stacked unless `stacking` says otherwise.
public struct AreaMark: ChartContent, Sendable {
  /// The mark as data.
  public let marks: [Mark]

  /// The region between zero and y.
  public init(
    x: PlottableValue, y: PlottableValue, series: PlottableValue? = nil,
    stacking: MarkStackingMethod = .standard
  ) {
    marks = [Mark(.area, MarkChannels(x: x, y: y, series: series), payload: .stacking(stacking))]
  }

  /// The region between two values at each x.
  public init(x: PlottableValue, yStart: PlottableValue, yEnd: PlottableValue, series: PlottableValue? = nil)
  {
    marks = [Mark(.area, MarkChannels(x: x, y: yStart, yEnd: yEnd, series: series))]
  }
}
