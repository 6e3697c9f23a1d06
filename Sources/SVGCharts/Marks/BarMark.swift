/// A bar from zero to a value, or between two values.
///
/// Bars are vertical unless y is a category and x a number. Bars at the same place are stacked;
/// `position(by:)` puts them side by side.
public struct BarMark: ChartContent, Sendable {
  /// The mark as data.
  public let marks: [Mark]

  /// A bar from zero.
  public init(x: PlottableValue, y: PlottableValue, stacking: MarkStackingMethod = .standard) {
    marks = [Mark(.bar, MarkChannels(x: x, y: y), payload: .stacking(stacking))]
  }

  /// A vertical bar between two values at x.
  public init(x: PlottableValue, yStart: PlottableValue, yEnd: PlottableValue) {
    marks = [Mark(.bar, MarkChannels(x: x, y: yStart, yEnd: yEnd))]
  }

  /// A horizontal bar between two values at y.
  public init(xStart: PlottableValue, xEnd: PlottableValue, y: PlottableValue) {
    marks = [Mark(.bar, MarkChannels(x: xStart, y: y, xEnd: xEnd))]
  }
}
