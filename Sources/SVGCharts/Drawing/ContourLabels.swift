/// The values of contour lines, written along them where there is room.
struct ContourLabels {
  private(set) var nodes: [SceneNode] = []
  private var boxes: [Rectangle] = []
  private let area: PlotArea

  /// One label for each level, preferably where a line is long, nearly horizontal and far from data and other labels.
  init(_ data: ChartData, in area: PlotArea) {
    self.area = area
    let foreground = data.series.filter { $0.shape != .contour && $0.shape != .filledContour }
    let points = foreground.flatMap { series in
      area.sample(min(series.x.count, series.y.count), limit: 400).compactMap {
        area.point(series.x[$0], series.y[$0])
      }
    }
    for series in data.series where series.shape == .contour {
      guard case .contour(let level) = series.payload, level.levels.count > 1 else { continue }
      add(level, avoiding: points)
    }
  }

  private mutating func add(_ level: ContourLevel, avoiding points: [Point]) {
    let text = level.texts.indices.contains(level.index) ? level.texts[level.index] : ""
    let width = TextMetrics.width(text, size: Typography.contour)
    var best: (score: Double, point: Point, angle: Double)?
    for line in level.paths {
      let places = line.compactMap { area.point($0.x, $0.y) }
      let reach = max(2, places.count / 60)
      for index in stride(from: reach, to: places.count - reach, by: max(1, places.count / 40)) {
        let (before, place, after) = (places[index - reach], places[index], places[index + reach])
        guard isInside(place, width) else { continue }
        let (dx, dy) = (after.x - before.x, after.y - before.y)
        let slope = dx == 0 ? 10 : (dy / dx).magnitude
        let bend = before.distance(to: place) + place.distance(to: after) - before.distance(to: after)
        let box = Rectangle(x: place.x - width / 2, y: place.y - 8, width: width, height: 16)
        guard slope < 1.7, !boxes.contains(where: { $0.isNear(box, 6) }) else { continue }
        let crowd = points.filter {
          $0.x > box.x - 8 && $0.x < box.maxX + 8 && ($0.y - place.y).magnitude < 16
        }
        let length = Double(min(places.count, 100)) / 100
        let score = length - slope * 0.5 - bend * 0.05 - Double(min(crowd.count, 10)) * 0.5
        if score > best?.score ?? -3 {
          best = (score, place, ContourLabels.degrees(ofSlope: dx == 0 ? 0 : dy / dx))
        }
      }
    }
    guard let best else { return }
    boxes.append(Rectangle(x: best.point.x - width / 2, y: best.point.y - 8, width: width, height: 16))
    nodes.append(
      .text(
        SceneText(
          text: text, position: Point(x: best.point.x, y: best.point.y + Typography.contour * 0.35),
          anchor: .middle, role: .contour, rotation: best.angle, hasHalo: true)))
  }

  /// The angle of a slope in whole degrees, accurate to 1°, which is enough to rotate a line of text.
  private static func degrees(ofSlope slope: Double) -> Double {
    let steepness = slope.magnitude
    let part = min(steepness, 1 / max(steepness, 1e-9))
    let angle = part / (1 + 0.28 * part * part) * 180 / .pi
    return ((steepness > 1 ? 90 - angle : angle) * (slope < 0 ? -1 : 1)).rounded()
  }

  private func isInside(_ place: Point, _ width: Double) -> Bool {
    place.x - width / 2 > area.frame.x + 4 && place.x + width / 2 < area.frame.maxX - 4
      && place.y > area.frame.y + 12 && place.y < area.frame.maxY - 12
  }
}

extension Rectangle {
  /// True when two rectangles come closer than a distance.
  func isNear(_ other: Rectangle, _ distance: Double) -> Bool {
    x < other.maxX + distance && other.x < maxX + distance && y < other.y + other.height + distance
      && other.y < y + height + distance
  }
}

extension ContourLevel {
  /// The values of all levels, in the same format.
  var texts: [String] {
    let numbers = levels.map { DecimalNumber($0, significantDigits: 3) }
    let isLogarithmic = (levels.first ?? 0) > 0 && (levels.last ?? 0) / max(levels.first ?? 1, 1e-300) > 100
    return isLogarithmic
      ? numbers.map { NumberText.short($0) } : TickFormat.automatic.labels(numbers, isLogarithmic: false)
  }
}
