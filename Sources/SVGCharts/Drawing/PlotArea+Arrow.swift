extension PlotArea {
  /// Arrows from place to place.
  func arrows(_ series: DataSeries) -> [SceneNode] {
    let count = min(series.x.count, series.y.count, series.xEnd.count, series.yEnd.count)
    let width = series.style.stroke?.lineWidth ?? 1.5
    var nodes: [SceneNode] = []
    for row in sample(count, limit: 500) {
      guard let start = point(series.x[row], series.y[row]),
        let end = point(series.xEnd[row], series.yEnd[row])
      else { continue }
      let length = start.distance(to: end)
      guard length > 0.1 else { continue }
      let head = min(5 + 2 * width, length)
      let part = (length - head * 0.8) / length
      let neck = Point(x: start.x + (end.x - start.x) * part, y: start.y + (end.y - start.y) * part)
      let color = color(series, row, isStroke: true)
      nodes.append(
        .path(
          PathData([start, neck]),
          .line(color, width: width, dash: series.dash, opacity: series.style.opacity)))
      nodes.append(
        .path(
          PlotArea.head(at: end, from: start, length: head),
          ScenePaint(fill: color, opacity: series.style.opacity)))
    }
    return nodes
  }

  /// Arrows whose lengths are relative to the longest, which reaches to its neighbour.
  func vectors(_ series: DataSeries) -> [SceneNode] {
    let count = min(series.x.count, series.y.count, series.deltaX.count, series.deltaY.count)
    // The distance between neighbours is that of the grid, or the average distance for scattered points.
    let apart = (frame.width * frame.height / Double(max(1, min(count, 2500)))).squareRoot()
    let grid = min(thickness(x, series.x, ratio: 1), thickness(y, series.y, ratio: 1))
    let spacing = max(grid, apart * 0.6)
    // A small step gives the direction and length in the drawing, which is correct on any scale.
    let arrows = sample(count, limit: 2500).compactMap { row -> (row: Int, at: Point, by: Point)? in
      guard let at = point(series.x[row], series.y[row]) else { return nil }
      let (dx, dy) = (series.deltaX[row], series.deltaY[row])
      guard dx.isFinite, dy.isFinite else { return nil }
      let by = Point(x: slope(x, series.x[row]) * dx, y: slope(y, series.y[row]) * dy)
      return by.x.isFinite && by.y.isFinite ? (row, at, by) : nil
    }
    let longest = arrows.map { max($0.by.x.magnitude, $0.by.y.magnitude) }.max() ?? 0
    guard longest > 0 else { return [] }
    var paths: [(color: ChartColor, path: PathData)] = []
    for (row, at, by) in arrows {
      let scale = spacing * 0.9 / longest
      let (dx, dy) = (by.x * scale, by.y * scale)
      let length = (dx * dx + dy * dy).squareRoot()
      guard length > 0.4 else { continue }
      let end = Point(x: at.x + dx / 2, y: at.y + dy / 2)
      let start = Point(x: at.x - dx / 2, y: at.y - dy / 2)
      var path = PathData([start, end])
      let barb = min(4, length * 0.4)
      let wings = PlotArea.wings(at: end, from: start, length: barb, width: barb * 0.6)
      path.append(PathData([wings.0, end, wings.1]))
      let color = color(series, row, isStroke: true)
      if let index = paths.firstIndex(where: { $0.color.number == color.number }) {
        paths[index].path.append(path)
      } else {
        paths.append((color, path))
      }
    }
    return paths.map {
      .path($0.path, .line($0.color, width: 1, opacity: series.style.opacity, isRound: true))
    }
  }

  /// A line with arrows along it, a ring at its start and a disc at its end.
  func trajectory(_ series: DataSeries) -> SeriesDrawing {
    let line = linePath(series)
    let path = line.path
    let stroke = series.style.stroke ?? StrokeStyle(lineWidth: 1.75)
    var nodes: [SceneNode] = []
    if !path.isEmpty {
      nodes.append(
        .path(
          path,
          .line(
            series.color, width: stroke.lineWidth, dash: series.dash, opacity: series.style.opacity,
            isRound: true)))
    }
    var heads = PathData()
    let runs = runs(series.x, series.y)
    for run in runs { heads.append(headsAlong(run, spacing: 64)) }
    if !heads.isEmpty { nodes.append(.path(heads, ScenePaint(fill: series.color))) }
    if series.showsSymbols { nodes += points(series).nodes }
    if let start = runs.first?.first, let end = runs.last?.last {
      nodes.append(.path(PathData([start, start]), .line(series.color, width: 9, isRound: true)))
      nodes.append(.path(PathData([start, start]), .line(.paper, width: 5.5, isRound: true)))
      if end != start {
        nodes.append(.path(PathData([end, end]), .line(series.color, width: 9, isRound: true)))
      }
    }
    return SeriesDrawing(nodes: nodes, isSampled: line.isSampled)
  }

  /// Arrowheads at even distances along a path.
  private func headsAlong(_ run: [Point], spacing: Double) -> PathData {
    var heads = PathData()
    var travelled = 0.0
    var next = spacing * 0.5
    for (start, end) in zip(run, run.dropFirst()) {
      let length = start.distance(to: end)
      while length > 0, next <= travelled + length, heads.commands.count < 4 * 200 {
        let part = (next - travelled) / length
        let at = Point(x: start.x + (end.x - start.x) * part, y: start.y + (end.y - start.y) * part)
        heads.append(PlotArea.head(at: at, from: start, length: 7.5, direction: end))
        next += spacing
      }
      travelled += length
    }
    return heads
  }

  /// The length of one unit of the data at a value, in points of the drawing.
  private func slope(_ scale: PositionScale, _ value: Double) -> Double {
    let step = max(value.magnitude, (scale.high - scale.low).magnitude) * 1e-6
    return (scale(value + step) - scale(value - step)) / (2 * step)
  }

  /// A filled triangle whose tip is at a place.
  static func head(at tip: Point, from start: Point, length: Double, direction: Point? = nil) -> PathData {
    var tip = tip
    var origin = start
    if let direction {
      // Centred on the place, along the segment.
      let span = start.distance(to: direction)
      let (ux, uy) = ((direction.x - start.x) / span, (direction.y - start.y) / span)
      tip = Point(x: tip.x + ux * length / 2, y: tip.y + uy * length / 2)
      origin = Point(x: tip.x - ux, y: tip.y - uy)
    }
    let wings = wings(at: tip, from: origin, length: length, width: length * 0.42)
    return PathData([tip, wings.0, wings.1], isClosed: true)
  }

  private static func wings(at tip: Point, from start: Point, length: Double, width: Double) -> (Point, Point)
  {
    let span = start.distance(to: tip)
    guard span > 0 else { return (tip, tip) }
    let (ux, uy) = ((tip.x - start.x) / span, (tip.y - start.y) / span)
    let base = Point(x: tip.x - ux * length, y: tip.y - uy * length)
    return (
      Point(x: base.x - uy * width, y: base.y + ux * width),
      Point(x: base.x + uy * width, y: base.y - ux * width)
    )
  }
}
