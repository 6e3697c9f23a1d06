extension PlotArea {
  /// Bars from zero, between values, or stacked.
  func bars(_ series: DataSeries) -> [SceneNode] {
    var nodes: [SceneNode] = []
    let along = series.isHorizontal ? y : x
    let places = series.isHorizontal ? series.y : series.x
    let ratio = series.style.widthRatio ?? (along.isContinuous ? 0.9 : 0.72)
    let thickness = thickness(along, places, ratio: ratio)
    let hasTitles = series.rowCount <= 400
    var merged: [Rectangle] = []
    for row in 0..<series.rowCount {
      guard let frame = barFrame(series, row, thickness: thickness) else { continue }
      guard hasTitles else {
        merged.append(frame)
        continue
      }
      let paint = ScenePaint(
        fill: color(series, row, isStroke: false), opacity: series.style.opacity)
      nodes.append(
        .rectangle(frame, paint, cornerRadius: series.style.cornerRadius ?? 0, title: barTitle(series, row)))
    }
    guard !merged.isEmpty else { return nodes }
    var path = PathData()
    for frame in joined(merged, isHorizontal: series.isHorizontal) { path.append(PathData(frame)) }
    return [.path(path, ScenePaint(fill: series.color, opacity: series.style.opacity))]
  }

  /// Bars thinner than half a point, joined with their neighbours in the same half point.
  private func joined(_ frames: [Rectangle], isHorizontal: Bool) -> [Rectangle] {
    guard frames.count > 2000 else { return frames }
    var columns: [Int: Rectangle] = [:]
    for frame in frames {
      let column = Int(((isHorizontal ? frame.y : frame.x) * 2).rounded(.down))
      let known = columns[column] ?? frame
      let start = Point(x: min(known.x, frame.x), y: min(known.y, frame.y))
      columns[column] = Rectangle(
        start, Point(x: max(known.maxX, frame.maxX), y: max(known.maxY, frame.maxY)))
    }
    return columns.ordered { Double($0.key) }.map { $0.value }
  }

  private func barFrame(_ series: DataSeries, _ row: Int, thickness: Double) -> Rectangle? {
    let isHorizontal = series.isHorizontal
    let along = isHorizontal ? y : x
    let up = isHorizontal ? x : y
    let places = isHorizontal ? series.y : series.x
    let starts = isHorizontal ? series.x : series.y
    let ends = isHorizontal ? series.xEnd : series.yEnd
    let base = isHorizontal ? horizontalBaseline : baseline
    var from: Double
    var to: Double
    if !series.stackEnd.isEmpty {
      (from, to) = (up(series.stackStart[row]), up(series.stackEnd[row]))
      if from.isNaN { from = base }
    } else if !ends.isEmpty {
      (from, to) = (up(starts[row]), up(ends[row]))
    } else {
      (from, to) = (base, value(starts, row, up) ?? .nan)
    }
    guard !from.isNaN, !to.isNaN, let center = value(places, row, along), !center.isNaN else { return nil }
    var side = center - thickness / 2
    var breadth = thickness
    if !isHorizontal, let end = value(series.xEnd, row, x) {
      // An interval of a histogram has a narrow gap to its neighbours.
      guard !end.isNaN else { return nil }
      let gap = min(0.5, (end - center).magnitude * 0.1)
      side = min(center, end) + gap
      breadth = max(0.25, (end - center).magnitude - 2 * gap)
    } else if positionCount > 1 {
      breadth = thickness / Double(positionCount)
      side = center - thickness / 2 + breadth * Double(series.position)
      breadth *= 0.94
    }
    return isHorizontal
      ? Rectangle(Point(x: from, y: side), Point(x: to, y: side + breadth))
      : Rectangle(Point(x: side, y: from), Point(x: side + breadth, y: to))
  }

  private var horizontalBaseline: Double {
    let zero = x(0)
    return zero.isNaN ? x.start : min(max(zero, min(x.start, x.end)), max(x.start, x.end))
  }

  private func barTitle(_ series: DataSeries, _ row: Int) -> String {
    let text: ([Double], [Double], PositionScale) -> String = { starts, ends, scale in
      guard starts.indices.contains(row) else { return "" }
      guard ends.indices.contains(row) else { return words(starts[row], scale) }
      return words(starts[row], scale) + " to " + words(ends[row], scale)
    }
    return title(
      series,
      [(series.xLabel, text(series.x, series.xEnd, x)), (series.yLabel, text(series.y, series.yEnd, y))])
  }
}
