/// Paths through points by an interpolation method.
enum Curve {
  static func path(_ points: [Point], _ method: InterpolationMethod) -> PathData {
    switch method {
    case .linear: return PathData(points)
    case .stepStart, .stepCenter, .stepEnd: return PathData(stepped(points, method))
    case .monotone:
      let isMonotone = zip(points, points.dropFirst()).allSatisfy { $0.x < $1.x }
      return isMonotone ? hermite(points, tangents: monotoneTangents(points)) : PathData(points)
    case .cardinal, .catmullRom:
      return bezier(points, isCentripetal: method == .catmullRom)
    }
  }

  private static func stepped(_ points: [Point], _ method: InterpolationMethod) -> [Point] {
    var result: [Point] = []
    for point in points {
      if let last = result.last {
        switch method {
        case .stepStart: result.append(Point(x: last.x, y: point.y))
        case .stepEnd: result.append(Point(x: point.x, y: last.y))
        default:
          let middle = (last.x + point.x) / 2
          result.append(Point(x: middle, y: last.y))
          result.append(Point(x: middle, y: point.y))
        }
      }
      result.append(point)
    }
    return result
  }

  /// Slopes that keep each segment between its end values (Fritsch and Carlson 1980, limited as in Steffen
  /// 1990, where each slope depends only on the neighbours).
  private static func monotoneTangents(_ points: [Point]) -> [Double] {
    guard points.count > 2 else {
      return points.map { _ in
        points.count < 2 ? 0 : (points[1].y - points[0].y) / (points[1].x - points[0].x)
      }
    }
    var tangents = [Double](repeating: 0, count: points.count)
    for index in 1..<(points.count - 1) {
      let left = points[index].x - points[index - 1].x
      let right = points[index + 1].x - points[index].x
      let before = (points[index].y - points[index - 1].y) / left
      let after = (points[index + 1].y - points[index].y) / right
      let mean = (before * right + after * left) / (left + right)
      let sign = (before < 0 ? -1.0 : 1) + (after < 0 ? -1.0 : 1)
      tangents[index] = sign * min(before.magnitude, after.magnitude, 0.5 * mean.magnitude)
    }
    let last = points.count - 1
    let firstSlope = (points[1].y - points[0].y) / (points[1].x - points[0].x)
    let lastSlope = (points[last].y - points[last - 1].y) / (points[last].x - points[last - 1].x)
    tangents[0] = (3 * firstSlope - tangents[1]) / 2
    tangents[last] = (3 * lastSlope - tangents[last - 1]) / 2
    return tangents
  }

  private static func hermite(_ points: [Point], tangents: [Double]) -> PathData {
    var path = PathData()
    for (index, point) in points.enumerated() {
      guard index > 0 else {
        path.commands.append(.move(point))
        continue
      }
      let before = points[index - 1]
      let third = (point.x - before.x) / 3
      path.commands.append(
        .curve(
          Point(x: before.x + third, y: before.y + third * tangents[index - 1]),
          Point(x: point.x - third, y: point.y - third * tangents[index]), to: point))
    }
    return path
  }

  private static func bezier(_ points: [Point], isCentripetal: Bool) -> PathData {
    guard points.count > 2 else { return PathData(points) }
    var path = PathData([points[0]])
    for index in 1..<points.count {
      let start = points[index - 1]
      let end = points[index]
      let before = index > 1 ? points[index - 2] : start
      let after = index + 1 < points.count ? points[index + 1] : end
      let first = control(before, start, end, isCentripetal)
      let second = control(after, end, start, isCentripetal)
      path.commands.append(.curve(first, second, to: end))
    }
    return path
  }

  /// The control point beside `point` on the way to `next`, of a cardinal spline of tension 0 or of the
  /// centripetal Catmull–Rom spline, whose knots are spaced by the square root of distance.
  private static func control(_ before: Point, _ point: Point, _ next: Point, _ isCentripetal: Bool) -> Point
  {
    guard isCentripetal else {
      return Point(x: point.x + (next.x - before.x) / 6, y: point.y + (next.y - before.y) / 6)
    }
    let a = before.distance(to: point).squareRoot()
    let b = point.distance(to: next).squareRoot()
    guard a > 1e-9, b > 1e-9 else { return point }
    let weight = 3 * a * (a + b)
    let along: (Double, Double, Double) -> Double = { previous, here, following in
      (a * a * following - b * b * previous + (2 * a * a + 3 * a * b + b * b) * here) / weight
    }
    return Point(x: along(before.x, point.x, next.x), y: along(before.y, point.y, next.y))
  }
}
