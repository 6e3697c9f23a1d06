/// How often values fall into intervals of equal, round width.
public struct HistogramMark: ChartContent, Sendable {
  /// What the height of a bar is.
  public enum Normalization: Sendable {
    /// How many values.
    case count
    /// Which part of all finite values.
    case fraction
    /// The part divided by the width, so that the bars have the area 1.
    case density
  }

  /// The mark as data.
  public let marks: [Mark]

  /// A histogram of numbers with about `bins` bins; without it their number follows from the data (Freedman
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
