/// Leaves out points of a line that cannot be seen.
enum LineSimplification {
  /// The points that are needed to draw the line within `tolerance`.
  ///
  /// When the line runs in one direction, every column of `columnWidth` first keeps only its first, last, lowest
  /// and highest point (as in M4, Jugel et al. 2014). Then a cone is carried forward from each kept point until
  /// a point is outside the cone. This takes linear time and bounds the error.
  static func simplified(_ points: [Point], tolerance: Double, columnWidth: Double) -> [Point] {
    guard points.count > 2 else { return points }
    var points = points
    if let first = points.first, let last = points.last,
      Double(points.count) > 4 * (last.x - first.x) / columnWidth, runsForward(points)
    {
      points = columns(points, width: columnWidth)
    }
    // A point can miss the line both sideways and beyond its end, each by the tolerance of the cone.
    return cone(points, tolerance: tolerance * 0.5.squareRoot())
  }

  private static func runsForward(_ points: [Point]) -> Bool {
    for index in 1..<points.count where points[index].x < points[index - 1].x { return false }
    return true
  }

  private static func columns(_ points: [Point], width: Double) -> [Point] {
    var kept: [Point] = []
    var start = 0
    while start < points.count {
      let right = ((points[start].x / width).rounded(.down) + 1) * width
      var end = start
      var (lowest, highest) = (start, start)
      var (low, high) = (points[start].y, points[start].y)
      while end + 1 < points.count, points[end + 1].x < right {
        end += 1
        let y = points[end].y
        if y < low { (low, lowest) = (y, end) }
        if y > high { (high, highest) = (y, end) }
      }
      var previous = -1
      for index in [start, min(lowest, highest), max(lowest, highest), end] where index > previous {
        kept.append(points[index])
        previous = index
      }
      start = end + 1
    }
    return kept
  }

  /// Carries a cone of directions that pass within the tolerance of every skipped point.
  private static func cone(_ points: [Point], tolerance: Double) -> [Point] {
    guard var anchor = points.first else { return [] }
    var kept = [anchor]
    var previous = anchor
    var lower: Point?
    var upper: Point?
    var reach = 0.0
    for point in points.dropFirst() {
      let (dx, dy) = (point.x - anchor.x, point.y - anchor.y)
      let distance = (dx * dx + dy * dy).squareRoot()
      let direction = Point(x: dx, y: dy)
      let isInside =
        (lower.map { cross($0, direction) >= 0 } ?? true) && (upper.map { cross(direction, $0) >= 0 } ?? true)
      // A line that turns back must keep its turning point.
      if !isInside || distance < reach - tolerance {
        anchor = previous
        kept.append(anchor)
        (lower, upper, reach) = (nil, nil, 0)
      }
      let offset = Point(x: point.x - anchor.x, y: point.y - anchor.y)
      let length = (offset.x * offset.x + offset.y * offset.y).squareRoot()
      if length > tolerance {
        // The half-angle of the cone has the sine tolerance / length.
        let sine = tolerance / length
        let cosine = (1 - sine * sine).squareRoot()
        let low = Point(x: offset.x * cosine + offset.y * sine, y: offset.y * cosine - offset.x * sine)
        let high = Point(x: offset.x * cosine - offset.y * sine, y: offset.y * cosine + offset.x * sine)
        if lower.map({ cross($0, low) > 0 }) ?? true { lower = low }
        if upper.map({ cross(high, $0) > 0 }) ?? true { upper = high }
      }
      reach = max(reach, length)
      previous = point
    }
    if kept.last != previous || kept.count == 1 { kept.append(previous) }
    return kept
  }

  private static func cross(_ a: Point, _ b: Point) -> Double { a.x * b.y - a.y * b.x }
}
