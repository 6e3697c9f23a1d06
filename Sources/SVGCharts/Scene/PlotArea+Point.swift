extension PlotArea {
  /// Symbols at the rows of a series, as one path; symbols that would cover each other are drawn once.
  func points(_ series: DataSeries) -> [SceneNode] {
    var places = zip(series.x, series.y).compactMap { point($0, $1) }
    if places.count > 1000 { places = thinned(places, limit: min(budget, 6000)) }
    guard !places.isEmpty else { return [] }
    let area = series.style.symbolSize ?? (places.count > 500 ? 12 : 30)
    let size = max(0, area.isFinite ? area : 30).squareRoot()
    var paint = ScenePaint(fill: series.color, opacity: series.style.opacity)
    if series.symbol == .circle {
      // A stroke of no length with round ends is a disc, in few bytes.
      var path = PathData()
      for place in places { path.append(PathData([place, place])) }
      paint = ScenePaint(
        stroke: series.color, isHollow: true, strokeWidth: size * 1.128, opacity: series.style.opacity,
        hasRoundEnds: true)
      return [.path(path, paint)]
    }
    var path = PathData()
    for place in places { path.append(series.symbol.outline(at: place, size: size)) }
    if series.symbol.isStroked {
      paint = ScenePaint(
        stroke: series.color, isHollow: true, strokeWidth: max(1, size / 3.5), opacity: series.style.opacity)
    }
    return [.path(path, paint)]
  }

  /// One point for each cell of a grid, which is made coarser until there are few enough.
  private func thinned(_ places: [Point], limit: Int) -> [Point] {
    var cell = 0.5
    var kept = places
    repeat {
      var seen = Set<Int>()
      kept = kept.filter {
        let column = Int(($0.x / cell).rounded(.down)) &* 4_000_037
        return seen.insert(column &+ Int(($0.y / cell).rounded(.down))).inserted
      }
      cell *= 1.4
    } while kept.count > limit && cell < 1000
    return kept
  }
}

extension ChartSymbol {
  /// True for symbols made of strokes.
  var isStroked: Bool { self == .plus || self == .cross }

  /// The outline of the symbol, of about `size`² in area, around a centre.
  func outline(at center: Point, size: Double) -> PathData {
    let half = size / 2
    let at: (Double, Double) -> Point = { Point(x: center.x + $0 * half, y: center.y + $1 * half) }
    switch self {
    case .circle: return PathData([center, center])
    case .square: return PathData([at(-1, -1), at(1, -1), at(1, 1), at(-1, 1)], isClosed: true)
    case .triangle: return PathData([at(0, -1.45), at(1.3, 0.9), at(-1.3, 0.9)], isClosed: true)
    case .triangleDown: return PathData([at(0, 1.45), at(-1.3, -0.9), at(1.3, -0.9)], isClosed: true)
    case .diamond: return PathData([at(0, -1.45), at(1.3, 0), at(0, 1.45), at(-1.3, 0)], isClosed: true)
    case .plus:
      var path = PathData([at(-1.3, 0), at(1.3, 0)])
      path.append(PathData([at(0, -1.3), at(0, 1.3)]))
      return path
    case .cross:
      var path = PathData([at(-1, -1), at(1, 1)])
      path.append(PathData([at(-1, 1), at(1, -1)]))
      return path
    case .star:
      // Sines and cosines of multiples of 36°.
      let ring: [(Double, Double)] = [
        (0, -1), (0.587785, -0.809017), (0.951057, -0.309017), (0.951057, 0.309017), (0.587785, 0.809017),
        (0, 1), (-0.587785, 0.809017), (-0.951057, 0.309017), (-0.951057, -0.309017), (-0.587785, -0.809017),
      ]
      let points = ring.enumerated().map { index, corner in
        let radius = index % 2 == 0 ? 1.6 : 0.7
        return at(corner.0 * radius, corner.1 * radius)
      }
      return PathData(points, isClosed: true)
    }
  }
}
