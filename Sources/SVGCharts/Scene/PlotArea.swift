/// The rectangle of one panel and the scales that lead into it.
struct PlotArea: Sendable {
  var frame: Rectangle
  var x: PositionScale
  var y: PositionScale
  /// How many vertices all lines of the figure may have together.
  var budget: Int

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

  /// The place of a row, or nil where a scale has none.
  func point(_ x: Double, _ y: Double) -> Point? {
    let point = Point(x: self.x(x), y: self.y(y))
    return point.x.isNaN || point.y.isNaN ? nil : point
  }

  /// The rows as runs of neighbouring points, broken where a row has no place.
  func runs(_ xs: [Double], _ ys: [Double]) -> [[Point]] {
    var runs: [[Point]] = []
    var run: [Point] = []
    for (x, y) in zip(xs, ys) {
      if let point = point(x, y) {
        run.append(point)
      } else if !run.isEmpty {
        runs.append(run)
        run = []
      }
    }
    if !run.isEmpty { runs.append(run) }
    return runs
  }
}
