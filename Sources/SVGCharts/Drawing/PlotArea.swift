/// The rectangle of one panel and the scales that map data to it.
struct PlotArea: Sendable {
  var frame: Rectangle
  var x: PositionScale
  var y: PositionScale
  /// The largest number of vertices of a series.
  var budget: Int
  /// The number of positions side by side in a band.
  var positionCount = 1
  var colorScale: NumericColorScale?
  /// True when the author fixed a domain, so that data may lie outside.
  var isClipped = false
  /// True when contour lines lie behind other data.
  var hasForeground = false

  init(frame: Rectangle, xAxis: Axis, yAxis: Axis, inset: Double, budget: Int) {
    self.frame = frame
    self.budget = budget
    let xInset = xAxis.scale.isContinuous ? inset : 0
    x = xAxis.scale.ranged(frame.x + xInset, frame.maxX - xInset)
    // The first category is at the top; the first number is at the bottom.
    y =
      yAxis.scale.isContinuous
      ? yAxis.scale.ranged(frame.maxY, frame.y) : yAxis.scale.ranged(frame.y, frame.maxY)
  }

  /// The position of a row; nil when a scale has none for it.
  func point(_ x: Double, _ y: Double) -> Point? {
    let point = Point(x: self.x(x), y: self.y(y))
    return point.x.isNaN || point.y.isNaN ? nil : point
  }

  /// The rows as runs of consecutive points, split at each row that has no position.
  func runs(_ xs: [Double], _ ys: [Double]) -> [[Point]] {
    var runs: [[Point]] = []
    var run: [Point] = []
    let count = min(xs.count, ys.count)
    run.reserveCapacity(count)
    let (xMap, yMap) = (x.affine, y.affine)
    for row in 0..<count {
      let place: Point
      if let xMap, let yMap, xs[row].isFinite, ys[row].isFinite {
        place = Point(
          x: min(1e6, max(-1e6, xs[row] * xMap.factor + xMap.offset)),
          y: min(1e6, max(-1e6, ys[row] * yMap.factor + yMap.offset)))
      } else {
        place = Point(x: x(xs[row]), y: y(ys[row]))
      }
      if !place.x.isNaN && !place.y.isNaN {
        run.append(place)
      } else if !run.isEmpty {
        runs.append(run)
        run = []
      }
    }
    if !run.isEmpty { runs.append(run) }
    return runs
  }

  /// The rows to draw: all of them, or an even sample when there are more than `limit`.
  func sample(_ count: Int, limit: Int) -> [Int] {
    let stride = max(1, (count + limit - 1) / max(1, limit))
    return (0..<count).filter { $0 % stride == 0 }
  }

  /// The coordinate of a row, nil when the channel is not used.
  func value(_ values: [Double], _ row: Int, _ scale: PositionScale) -> Double? {
    values.indices.contains(row) ? scale(values[row]) : nil
  }

  /// The colour of a row: that of its number, or else that of the series.
  func color(_ series: DataSeries, _ row: Int, isStroke: Bool) -> ChartColor {
    guard let colorScale, series.values.indices.contains(row), !series.shape.isConnected else {
      return series.color
    }
    return colorScale.color(series.values[row], isStroke: isStroke)
  }

  /// The thickness of bars, boxes or cells along a scale, as a share of the band or of the smallest distance
  /// between values.
  func thickness(_ scale: PositionScale, _ values: [Double], ratio: Double) -> Double {
    guard scale.isContinuous else { return scale.bandStep * ratio }
    let places = Set(values.map { scale($0) }.filter { !$0.isNaN }).sorted()
    let gaps = zip(places, places.dropFirst()).map { $1 - $0 }
    let gap = gaps.filter { $0 > 1e-6 }.min() ?? (scale.end - scale.start).magnitude / 8
    return gap * ratio
  }
}
