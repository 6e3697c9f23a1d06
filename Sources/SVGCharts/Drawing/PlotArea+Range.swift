extension PlotArea {
  /// Boxes with whiskers and a median.
  func boxes(_ series: DataSeries) -> [SceneNode] {
    let isHorizontal = series.isHorizontal
    let (along, up) = isHorizontal ? (y, x) : (x, y)
    let places = isHorizontal ? series.y : series.x
    let (starts, ends) = isHorizontal ? (series.x, series.xEnd) : (series.y, series.yEnd)
    let full = thickness(along, places, ratio: series.style.widthRatio ?? 0.5) / Double(positionCount)
    let breadth = min(full, 56)
    let at: (Double, Double) -> Point = { isHorizontal ? Point(x: $1, y: $0) : Point(x: $0, y: $1) }
    var nodes: [SceneNode] = []
    var whiskers = PathData()
    var medians = PathData()
    for row in sample(series.rowCount, limit: 500) {
      guard var center = value(places, row, along), let low = value(starts, row, up),
        let high = value(ends, row, up), let lower = value(series.lower, row, up),
        let upper = value(series.upper, row, up), let middle = value(series.middle, row, up),
        ![center, low, high, lower, upper, middle].contains(where: { $0.isNaN })
      else { continue }
      center += (Double(series.position) - Double(positionCount - 1) / 2) * full
      let frame = Rectangle(at(center - breadth / 2, low), at(center + breadth / 2, high))
      let text = title(
        series,
        [
          (isHorizontal ? series.yLabel : series.xLabel, words(places[row], along)),
          ("median", NumberText.prose(series.middle[row])),
          ("middle half", NumberText.prose(starts[row]) + " to " + NumberText.prose(ends[row])),
        ])
      // A rectangle in the paper's colour hides the grid behind the translucent box.
      nodes.append(.rectangle(frame, ScenePaint(fill: .paper)))
      nodes.append(.rectangle(frame, ScenePaint(fill: series.color, opacity: 0.28), title: text))
      whiskers.append(PathData([at(center, lower), at(center, low)]))
      whiskers.append(PathData([at(center, high), at(center, upper)]))
      medians.append(PathData([at(center - breadth / 2, middle), at(center + breadth / 2, middle)]))
    }
    if !nodes.isEmpty {
      nodes.append(.path(whiskers, .line(series.color, width: 1.25)))
      nodes.append(.path(medians, .line(series.color, width: 2.25)))
    }
    return nodes
  }

  /// Thin lines with caps between two values.
  func errorBars(_ series: DataSeries) -> [SceneNode] {
    let isHorizontal = series.isHorizontal || series.yEnd.isEmpty
    let (along, up) = isHorizontal ? (y, x) : (x, y)
    let places = isHorizontal ? series.y : series.x
    let (starts, ends) = isHorizontal ? (series.x, series.xEnd) : (series.y, series.yEnd)
    let at: (Double, Double) -> Point = { isHorizontal ? Point(x: $1, y: $0) : Point(x: $0, y: $1) }
    let cap = 3.5
    var path = PathData()
    for row in sample(series.rowCount, limit: 1200) {
      guard let center = value(places, row, along), let low = value(starts, row, up),
        let high = value(ends, row, up), !center.isNaN, !low.isNaN, !high.isNaN
      else { continue }
      path.append(PathData([at(center, low), at(center, high)]))
      path.append(PathData([at(center - cap, low), at(center + cap, low)]))
      path.append(PathData([at(center - cap, high), at(center + cap, high)]))
    }
    guard !path.isEmpty else { return [] }
    return [
      .path(
        path,
        .line(
          series.color, width: series.style.stroke?.lineWidth ?? 1.25, opacity: series.style.opacity))
    ]
  }

  /// Straight lines, which cross the whole plot when they have no ends.
  func rules(_ series: DataSeries) -> [SceneNode] {
    var path = PathData()
    let isVertical = series.y.isEmpty || (!series.yEnd.isEmpty && series.xEnd.isEmpty)
    for row in sample(series.rowCount, limit: 5000) {
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
    guard !path.isEmpty else { return [] }
    return [
      .path(
        path,
        .line(
          series.color, width: series.style.stroke?.lineWidth ?? 1, dash: series.dash,
          opacity: series.style.opacity))
    ]
  }
}
