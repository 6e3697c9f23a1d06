extension PlotArea {
  /// A line, with symbols when the author set them.
  func line(_ series: DataSeries) -> SeriesDrawing {
    let line = linePath(series)
    if line.path.isEmpty { return points(series) }
    let stroke = series.style.stroke ?? StrokeStyle()
    let paint = ScenePaint.line(
      series.color, width: stroke.lineWidth, dash: series.dash, opacity: series.style.opacity,
      isRound: series.dash.isEmpty)
    var drawing = SeriesDrawing(nodes: [.path(line.path, paint)], isSampled: line.isSampled)
    if !line.dots.isEmpty {
      let width = max(4, stroke.lineWidth * 2)
      drawing.nodes.append(
        .path(line.dots, .line(series.color, width: width, opacity: series.style.opacity, isRound: true)))
    }
    if series.showsSymbols {
      let symbols = points(series)
      drawing.nodes += symbols.nodes
      drawing.isSampled = drawing.isSampled || symbols.isSampled
    }
    return drawing
  }

  /// The path through the rows of a series, with a gap at each row that has no position.
  func linePath(_ series: DataSeries) -> LinePath {
    let method = series.style.interpolation ?? .linear
    let runs = runs(series.x, series.y)
    let total = runs.reduce(0) { $0 + $1.count }
    var line = LinePath()
    for run in runs {
      guard run.count > 1 else {
        // A single point between two gaps is drawn as a dot.
        if let point = run.first { line.dots.append(PathData([point, point])) }
        continue
      }
      line.append(edge(run, method, budget: max(8, budget * run.count / max(1, total))))
    }
    return line
  }

  /// A curve through points, or straight lines when there are so many that the difference cannot be seen.
  func edge(_ run: [Point], _ method: InterpolationMethod, budget: Int) -> LinePath {
    if method == .linear || run.count > budget / 4 {
      return simplified(run, budget: budget)
    }
    return LinePath(path: Curve.path(run, method))
  }

  /// The line through the points that are needed to draw it, within a budget. When leaving out invisible points is
  /// not enough, only every second, third, … of the rest is kept.
  func simplified(_ run: [Point], budget: Int) -> LinePath {
    guard run.count > min(500, budget) else { return LinePath(path: PathData(run)) }
    var tolerance = 0.05
    var columnWidth = 0.5
    var points = LineSimplification.simplified(run, tolerance: tolerance, columnWidth: columnWidth)
    while points.count > budget, tolerance < 0.4 {
      tolerance *= 2
      columnWidth *= 1.3
      points = LineSimplification.simplified(run, tolerance: tolerance, columnWidth: columnWidth)
    }
    guard points.count > budget, let last = points.last else { return LinePath(path: PathData(points)) }
    let kept = sample(points.count, limit: budget).map { points[$0] }
    return LinePath(path: PathData(kept + [last]), isSampled: true)
  }
}
