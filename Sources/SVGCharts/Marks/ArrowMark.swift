/// An arrow from one place of the plot to another.
public struct ArrowMark: ChartContent, Sendable {
  /// The mark as data.
  public let marks: [Mark]

  /// An arrow whose head is at (xEnd, yEnd).
  public init(xStart: PlottableValue, yStart: PlottableValue, xEnd: PlottableValue, yEnd: PlottableValue) {
    marks = [Mark(.arrow, MarkChannels(x: xStart, y: yStart, xEnd: xEnd, yEnd: yEnd))]
  }
}
