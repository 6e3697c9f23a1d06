import Testing

@testable import SVGCharts

/// A chart of a hundred thousand points fits into 200 kB, with every mark.
@Suite struct SizeTests {
  static let count = 100_000
  static let noise: [Double] = {
    var dice = Dice(seed: 1)
    return (0..<count).map { _ in dice.uniform() }
  }()
  static let walk: [Double] = {
    var dice = Dice(seed: 2)
    var place = 0.0
    return (0..<count).map { _ in
      place += dice.normal()
      return place
    }
  }()

  static let charts: [(name: String, chart: Chart)] = [
    ("walk", Chart { LineMark(x: .value("x", 0..<count), y: .value("y", walk)) }),
    ("noise", Chart { LineMark(x: .value("x", 0..<count), y: .value("y", noise)) }),
    ("scribble", Chart { LineMark(x: .value("x", walk), y: .value("y", noise)) }),
    ("points", Chart { PointMark(x: .value("x", walk), y: .value("y", noise)).symbol(.star) }),
    ("area", Chart { AreaMark(x: .value("x", 0..<count), y: .value("y", noise)) }),
    ("bars", Chart { BarMark(x: .value("x", 0..<count), y: .value("y", noise)) }),
    (
      "hundred lines",
      Chart {
        for number in 0..<100 {
          LineMark(
            x: .value("x", 0..<1000), y: .value("y", Array(noise[(number * 1000)..<((number + 1) * 1000)])),
            series: .value("run", number))
        }
      }
    ),
    (
      "cells",
      Chart { HeatMap("v", rows: (0..<316).map { row in (0..<316).map { noise[row * 316 + $0] } }) }
    ),
  ]

  @Test("the file stays below 200 kB", arguments: charts.map(\.name))
  func size(name: String) throws {
    let chart = try #require(Self.charts.first { $0.name == name }?.chart)
    let svg = chart.svg()
    #expect(svg.utf8.count < 200_000)
    #expect(SVGReader(svg).error == nil)
  }

  @Test("a simplified line says so")
  func isSaid() {
    #expect(
      Self.charts[0].chart.accessibilityDescription.contains("of 100,000 points; the others would make no"))
    #expect(Self.charts[2].chart.accessibilityDescription.contains("A sample of 100,000 points is drawn."))
  }

  @Test("every point left out lies within a twentieth of a point of the line drawn", arguments: 0..<20)
  func simplificationIsInvisible(seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    var place = Point(x: 0, y: 0)
    let points = (0..<3000).map { _ in
      place = Point(
        x: place.x + (seed % 2 == 0 ? dice.uniform() : dice.normal()), y: place.y + dice.normal() * 0.05)
      return place
    }
    // This tests the cone only, not the columns, because its bound is exact.
    let kept = LineSimplification.simplified(points, tolerance: 0.05, columnWidth: 1e-9)
    #expect(kept.count < points.count)
    var segment = 0
    for point in points {
      if segment + 1 < kept.count, point == kept[segment + 1] { segment += 1 }
      let end = kept[min(segment + 1, kept.count - 1)]
      let gap = distance(point, kept[segment], end)
      #expect(gap <= 0.05 + 1e-9)
    }
  }

  private func distance(_ point: Point, _ start: Point, _ end: Point) -> Double {
    let length = start.distance(to: end)
    guard length > 0 else { return start.distance(to: point) }
    let part =
      ((point.x - start.x) * (end.x - start.x) + (point.y - start.y) * (end.y - start.y)) / (length * length)
    let at = min(1, max(0, part))
    return point.distance(to: Point(x: start.x + at * (end.x - start.x), y: start.y + at * (end.y - start.y)))
  }

  @Test("columns keep the extremes of a dense line")
  func extremesAreKept() {
    var points = (0..<50_000).map { Point(x: Double($0) / 100, y: Self.noise[$0]) }
    points[31_234].y = 40
    points[8_765].y = -40
    let kept = LineSimplification.simplified(points, tolerance: 0.05, columnWidth: 0.5)
    #expect(kept.contains(points[31_234]) && kept.contains(points[8_765]))
    #expect(kept.first == points.first && kept.last == points.last)
  }
}
