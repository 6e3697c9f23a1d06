extension PlotArea {
  /// Straight lines: across the plot where an end is not given.
  func rules(_ series: DataSeries) -> [SceneNode] {
    var path = PathData()
    let isVertical = series.y.isEmpty || (!series.yEnd.isEmpty && series.xEnd.isEmpty)
    let count = max(series.x.count, series.y.count, series.xEnd.count, series.yEnd.count)
    for row in 0..<count {
      let start: Point
      let end: Point
      if isVertical {
        let across = value(series.x, row, x) ?? .nan
        start = Point(x: across, y: value(series.y, row, y) ?? frame.maxY)
        end = Point(x: across, y: value(series.yEnd, row, y) ?? frame.y)
      } else {
        let along = value(series.y, row, y) ?? .nan
        start = Point(x: value(series.x, row, x) ?? frame.x, y: along)
        end = Point(x: value(series.xEnd, row, x) ?? frame.maxX, y: along)
      }
      guard !start.x.isNaN, !start.y.isNaN, !end.x.isNaN, !end.y.isNaN else { continue }
      path.append(PathData([start, end]))
    }
    guard !path.commands.isEmpty else { return [] }
    let paint = ScenePaint(
      stroke: series.color, isHollow: true, strokeWidth: series.style.stroke?.lineWidth ?? 1,
      dash: series.dash, opacity: series.style.opacity)
    return [.path(path, paint)]
  }

  /// The coordinate of a row, nil when the channel is not used.
  func value(_ values: [Double], _ row: Int, _ scale: PositionScale) -> Double? {
    values.indices.contains(row) ? scale(values[row]) : nil
  }
}
