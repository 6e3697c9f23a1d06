/// Names at the ends of lines, in place of a legend.
struct EndLabels {
  /// The labels, placed so that they do not cover each other.
  private(set) var nodes: [SceneNode] = []

  static let lineHeight = 15.0

  /// The room the names need at the right, or nil when the chart is not one whose lines can be named so.
  static func room(_ data: ChartData, width: Double) -> Double? {
    guard data.facets.names.isEmpty else { return nil }
    let named = data.series.filter { !$0.name.isEmpty }
    let lines = named.filter { $0.shape == .line }
    let names = Set(lines.map { $0.name })
    guard !lines.isEmpty, lines.count == names.count, lines.count <= 8,
      named.allSatisfy({ names.contains($0.name) })
    else { return nil }
    let widest = lines.map { TextMetrics.width($0.name, size: Typography.label) }.max() ?? 0
    return widest + 10 <= width * 0.3 ? widest + 10 : nil
  }

  /// Nil when a line ends too far from the right edge, or when names would stand too far from their lines.
  init?(_ data: ChartData, in area: PlotArea) {
    var ends: [(name: String, color: ChartColor, point: Point)] = []
    for series in data.series where series.shape == .line && !series.name.isEmpty {
      guard let end = area.runs(series.x, series.y).last?.last else { continue }
      guard area.frame.maxX - end.x <= area.frame.width * 0.04, end.x <= area.frame.maxX + 1,
        end.y >= area.frame.y - 1, end.y <= area.frame.maxY + 1
      else { return nil }
      ends.append((series.name, series.color, end))
    }
    ends.sort { $0.point.y < $1.point.y }
    var heights = ends.map { $0.point.y }
    for _ in 0..<200 {
      var moved = false
      for index in heights.indices.dropFirst() {
        let overlap = EndLabels.lineHeight - (heights[index] - heights[index - 1])
        guard overlap > 0.01 else { continue }
        heights[index - 1] -= overlap / 2
        heights[index] += overlap / 2
        moved = true
      }
      if let last = heights.indices.last {
        heights[last] = min(heights[last], area.frame.maxY)
        heights[0] = max(heights[0], area.frame.y)
      }
      if !moved { break }
    }
    for (end, height) in zip(ends, heights) {
      guard (end.point.y - height).magnitude < 26 else { return nil }
      let x = area.frame.maxX + 8
      if (end.point.y - height).magnitude > 5 {
        let link = PathData([
          Point(x: end.point.x + 1, y: end.point.y), Point(x: x - 1, y: height),
        ])
        nodes.append(
          .path(link, ScenePaint(stroke: end.color, isHollow: true, strokeWidth: 0.75, opacity: 0.7)))
      }
      nodes.append(
        .text(
          SceneText(text: end.name, position: Point(x: x, y: height + Typography.label * 0.35), role: .label)
        ))
    }
  }
}
