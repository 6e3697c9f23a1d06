import Testing

@testable import SVGCharts

@Suite struct CurveTests {
  @Test("a monotone curve stays between its points", arguments: 0..<40)
  func monotone(seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    var x = 0.0
    let points = (0..<12).map { _ in
      x += 0.1 + dice.uniform()
      return Point(x: x, y: dice.normal())
    }
    var last = points[0]
    for command in Curve.path(points, .monotone).commands {
      guard case .curve(let first, let second, let end) = command else { continue }
      for part in stride(from: 0.0, through: 1, by: 0.05) {
        let y = bezier(last.y, first.y, second.y, end.y, part)
        #expect(y >= min(last.y, end.y) - 1e-12 && y <= max(last.y, end.y) + 1e-12)
      }
      last = end
    }
  }

  @Test("steps are where the option says")
  func steps() {
    let points = [Point(x: 0, y: 0), Point(x: 2, y: 4)]
    #expect(Curve.path(points, .stepStart) == PathData([points[0], Point(x: 0, y: 4), points[1]]))
    #expect(Curve.path(points, .stepEnd) == PathData([points[0], Point(x: 2, y: 0), points[1]]))
    #expect(
      Curve.path(points, .stepCenter)
        == PathData([points[0], Point(x: 1, y: 0), Point(x: 1, y: 4), points[1]]))
  }

  @Test(
    "curves pass through their points", arguments: [InterpolationMethod.monotone, .catmullRom, .cardinal])
  func interpolation(method: InterpolationMethod) {
    let points = [Point(x: 0, y: 1), Point(x: 1, y: 3), Point(x: 4, y: 2), Point(x: 5, y: 2)]
    let ends = Curve.path(points, method).commands.map { command -> Point? in
      switch command {
      case .move(let point), .line(let point), .curve(_, _, let point): point
      default: nil
      }
    }
    #expect(ends == points)
  }

  @Test("a curve read backwards is the same curve")
  func reversed() {
    let points = [Point(x: 0, y: 1), Point(x: 1, y: 3), Point(x: 4, y: 2)]
    let path = Curve.path(points, .monotone)
    #expect(path.reversed.reversed == path)
  }

  private func bezier(_ a: Double, _ b: Double, _ c: Double, _ d: Double, _ t: Double) -> Double {
    let s = 1 - t
    return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d
  }
}
