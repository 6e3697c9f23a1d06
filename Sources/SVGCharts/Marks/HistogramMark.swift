/// A histogram: the number of values in intervals of equal, round width.
public struct HistogramMark: ChartContent, Sendable {
  /// The quantity that the height of a bar shows.
  public enum Normalization: Sendable {
    /// The number of values.
    case count
    /// The share of all finite values.
    case fraction
    /// The share divided by the width, so that the total area of the bars is 1.
    case density
  }

  /// The mark as data.
  public let marks: [Mark]

  /// A histogram of numbers with about `bins` bins; without `bins`, the data determine the number (Freedman
  /// and Diaconis, 1981). Values that are not finite are left out.
  public init(_ values: PlottableValue, bins: Int? = nil, normalization: Normalization = .count) {
    let column = values.column
    let numbers = (0..<column.count).map { column.number($0) }
    let histogram = HistogramBins(numbers, desiredCount: bins)
    let total = Double(max(1, histogram.counts.reduce(0, +)))
    let heights = zip(histogram.counts, zip(histogram.edges, histogram.edges.dropFirst())).map {
      count, edges in
      switch normalization {
      case .count: Double(count)
      case .fraction: Double(count) / total
      case .density: Double(count) / total / (edges.1 - edges.0)
      }
    }
    let label =
      switch normalization {
      case .count: "count"
      case .fraction: "fraction"
      case .density: "density"
      }
    var mark = Mark(
      .bar,
      MarkChannels(
        x: .value(values.label, Array(histogram.edges.dropLast())), y: .value(label, heights),
        xEnd: .value(values.label, Array(histogram.edges.dropFirst()))),
      payload: .stacking(.unstacked))
    if mark.channels.x?.column.count == 0 {
      mark.channels = MarkChannels(x: values, y: .value(label, heights))
    }
    marks = [mark]
  }
}
