extension PlotArea {
  /// A line, with its symbols when they were asked for.
  func line(_ series: DataSeries) -> [SceneNode] {
    let method = series.style.interpolation ?? .linear
    var path = PathData()
    for run in runs(series.x, series.y) {
      guard run.count > 1, let first = run.first else {
        // A point between two gaps is a dot.
        run.first.map { path.append(PathData([$0, $0])) }
        continue
      }
      let points = method == .linear || run.count > budget / 4 ? simplified(run) : run
      let straight = points.count == 1 ? PathData([first, first]) : Curve.path(points, method)
      path.append(points.count == run.count ? straight : PathData(points))
    }
    let stroke = series.style.stroke ?? StrokeStyle()
    let paint = ScenePaint(
      stroke: series.color, isHollow: true, strokeWidth: stroke.lineWidth, dash: series.dash,
      opacity: series.style.opacity, hasRoundEnds: series.dash.isEmpty)
    var nodes = path.commands.isEmpty ? [] : [SceneNode.path(path, paint)]
    if path.isOnePlace {
      nodes = points(series)
    }
    if !path.isOnePlace, series.style.symbol != nil || series.style.symbolBy != nil {
      nodes += points(series)
    }
    return nodes
  }

  /// The points of a line that are needed to draw it, within the share of the figure's budget.
  func simplified(_ run: [Point]) -> [Point] {
    guard run.count > 500 else { return run }
    var tolerance = 0.05
    var columnWidth = 0.5
    var points = LineSimplification.simplified(run, tolerance: tolerance, columnWidth: columnWidth)
    while points.count > budget, tolerance < 100 {
      tolerance *= 1.6
      columnWidth *= 1.3
      points = LineSimplification.simplified(run, tolerance: tolerance, columnWidth: columnWidth)
    }
    return points
  }
}
