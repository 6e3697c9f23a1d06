extension PlotArea {
  /// The region between zero and a line, between two lines, or of a stack.
  func area(_ series: DataSeries) -> SeriesDrawing {
    let isStacked = !series.stackEnd.isEmpty
    let method = series.style.interpolation ?? .linear
    var line = LinePath()
    var top: [Point] = []
    var base: [Point] = []
    let finish = { (top: [Point], base: [Point]) -> LinePath in
      guard top.count > 1 else { return LinePath() }
      var region = edge(top, method, budget: budget / 2)
      let back = edge(base, method, budget: budget / 2)
      region.path.connect(back.path.reversed)
      region.path.commands.append(.close)
      region.isSampled = region.isSampled || back.isSampled
      return region
    }
    for row in series.x.indices {
      let ends: (Double, Double)
      if isStacked {
        ends = (y(series.stackStart[row]), y(series.stackEnd[row]))
      } else if series.yEnd.isEmpty {
        ends = (baseline, value(series.y, row, y) ?? .nan)
      } else {
        ends = (value(series.y, row, y) ?? .nan, value(series.yEnd, row, y) ?? .nan)
      }
      let across = x(series.x[row])
      if across.isNaN || ends.0.isNaN || ends.1.isNaN {
        line.append(finish(top, base))
        (top, base) = ([], [])
      } else {
        base.append(Point(x: across, y: ends.0))
        top.append(Point(x: across, y: ends.1))
      }
    }
    line.append(finish(top, base))
    guard !line.path.isEmpty else { return SeriesDrawing() }
    let opacity = series.style.opacity ?? (isStacked ? 0.85 : 0.3)
    return SeriesDrawing(
      nodes: [.path(line.path, ScenePaint(fill: series.color, opacity: opacity))], isSampled: line.isSampled)
  }

  /// The baseline of bars and areas: zero, or the nearest edge of the plot when zero is outside it.
  var baseline: Double {
    let zero = y(0)
    return zero.isNaN ? y.start : min(max(zero, min(y.start, y.end)), max(y.start, y.end))
  }
}
