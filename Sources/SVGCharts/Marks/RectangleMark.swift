/// Axis-parallel rectangles: cells of a heat map, or ranges.
public struct RectangleMark: ChartContent, Sendable {
  /// The mark as data.
  public let marks: [Mark]

  /// A cell at each (x, y): as wide as its band, or as the distance between neighbouring values. Colour it
  /// with `foregroundStyle(by:)`.
  public init(x: PlottableValue, y: PlottableValue) {
    marks = [Mark(.rectangle, MarkChannels(x: x, y: y))]
  }

  /// Rectangles between given sides.
  public init(xStart: PlottableValue, xEnd: PlottableValue, yStart: PlottableValue, yEnd: PlottableValue) {
    marks = [Mark(.rectangle, MarkChannels(x: xStart, y: yStart, xEnd: xEnd, yEnd: yEnd))]
  }

  /// A stripe over the whole height.
  public init(xStart: PlottableValue, xEnd: PlottableValue) {
    marks = [Mark(.rectangle, MarkChannels(x: xStart, xEnd: xEnd))]
  }

  /// A stripe over the whole width.
  public init(yStart: PlottableValue, yEnd: PlottableValue) {
    marks = [Mark(.rectangle, MarkChannels(y: yStart, yEnd: yEnd))]
  }
}
