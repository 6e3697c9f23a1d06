/// A symbol at each data point.
public struct PointMark: ChartContent, Sendable {
  /// The mark as data.
  public let marks: [Mark]

  /// Symbols at (x, y).
  public init(x: PlottableValue, y: PlottableValue) {
    marks = [Mark(.point, MarkChannels(x: x, y: y))]
  }
}
