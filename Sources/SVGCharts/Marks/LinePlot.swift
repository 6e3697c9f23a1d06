/// The graph of a function of one variable.
public struct LinePlot: ChartContent, Sendable {
  /// The mark as data.
  public let marks: [Mark]

  /// Evaluates the function at `samples` (2 to 100,000) evenly spaced points of the domain.
  public init(
    x: String, y: String, domain: ClosedRange<Double>, samples: Int = 400, function: (Double) -> Double
  ) {
    let points = ScalarGrid.nodes(domain, min(100_000, max(2, samples)))
    marks = [Mark(.line, MarkChannels(x: .value(x, points), y: .value(y, points.map(function))))]
  }
}
