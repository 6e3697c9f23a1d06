/// Names at the ends of lines, in place of a legend.
struct EndLabels {
  /// The labels, each in the colour of its line and at the height of its end.
  private(set) var nodes: [SceneNode] = []

  static let lineHeight = 15.0

  /// The width that the names need at the right; nil when the lines of this chart cannot be named at their ends.
  static func room(_ data: ChartData, width: Double) -> Double? {
    guard data.facets.names.isEmpty else { return nil }
    let named = data.series.filter { !$0.name.isEmpty }
    let lines = named.filter { $0.shape == .line }
    let names = Set(lines.map { $0.name })
    guard !lines.isEmpty, lines.count == names.count, lines.count <= 8,
      named.allSatisfy({ names.contains($0.name) && $0.legendName == $0.name })
    else { return nil }
    let widest = lines.map { TextMetrics.width($0.name, size: Typography.label) }.max() ?? 0
    return widest + 10 <= width * 0.3 ? widest + 10 : nil
  }

  /// Nil when a line ends too far from the right edge or names would overlap; the chart then needs a legend.
  init?(_ data: ChartData, in area: PlotArea) {
    var ends: [(name: String, color: ChartColor, point: Point)] = []
    for series in data.series where series.shape == .line && !series.name.isEmpty {
      guard let end = area.runs(series.x, series.y).last?.last else { continue }
      guard area.frame.maxX - end.x <= area.frame.width * 0.04, end.x <= area.frame.maxX + 1,
        end.y >= area.frame.y - 1, end.y <= area.frame.maxY + 1
      else { return nil }
      ends.append((series.name, series.color, end))
    }
    ends = ends.ordered { $0.point.y }
    let gaps = zip(ends, ends.dropFirst()).map { $1.point.y - $0.point.y }
    guard gaps.allSatisfy({ $0 >= EndLabels.lineHeight }) else { return nil }
    for end in ends {
      let position = Point(x: area.frame.maxX + 8, y: end.point.y + Typography.label * 0.35)
      nodes.append(.text(SceneText(text: end.name, position: position, role: .label, color: end.color)))
    }
  }
}
