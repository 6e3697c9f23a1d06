/// A path with a direction, such as an optimizer's path over a loss surface: a line with arrows along it, a
/// ring at its start and a disc at its end.
public struct TrajectoryMark: ChartContent, Sendable {
  /// The mark as data.
  public let marks: [Mark]

  /// The path through (x, y) in the order given.
  public init(x: PlottableValue, y: PlottableValue, series: PlottableValue? = nil) {
    marks = [Mark(.trajectory, MarkChannels(x: x, y: y, series: series))]
  }
}
