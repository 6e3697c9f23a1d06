extension PlotArea {
  /// Symbols at the rows of a series, in one path for each colour; symbols that would cover each other are
  /// drawn once.
  func points(_ series: DataSeries) -> SeriesDrawing {
    var places: [(point: Point, color: ChartColor)] = []
    for row in 0..<min(series.x.count, series.y.count) {
      if let point = point(series.x[row], series.y[row]), !isClipped || contains(point) {
        places.append((point, color(series, row, isStroke: true)))
      }
    }
    let area = series.style.symbolSize ?? (places.count > 500 ? 12 : 30)
    let size = max(0, area.isFinite ? min(area, 10_000) : 30).squareRoot()
    var isSampled = false
    if places.count > 1000 {
      let vertices = series.symbol.outline(at: Point(x: 0, y: 0), size: 1).commands.count
      (places, isSampled) = thinned(places, limit: min(budget, 12_000 / vertices))
    }
    var paths: [(color: ChartColor, path: PathData)] = []
    var numbers: [Int: Int] = [:]
    for (place, color) in places {
      let outline = series.symbol.outline(at: place, size: size)
      if let index = numbers[color.number] {
        paths[index].path.append(outline)
      } else {
        numbers[color.number] = paths.count
        paths.append((color, outline))
      }
    }
    let opacity = series.style.opacity
    let nodes = paths.map { color, path -> SceneNode in
      let paint: ScenePaint
      if series.symbol == .circle {
        // A stroke of no length with round ends is a disc, in few bytes.
        paint = .line(color, width: size * 1.128, opacity: opacity, isRound: true)
      } else if series.symbol.isStroked {
        paint = .line(color, width: max(1, size / 3.5), opacity: opacity)
      } else {
        paint = ScenePaint(fill: color, opacity: opacity)
      }
      return .path(path, paint)
    }
    return SeriesDrawing(nodes: nodes, isSampled: isSampled)
  }

  /// True for a point inside the plot or on its edge.
  private func contains(_ point: Point) -> Bool {
    point.x >= frame.x - 0.5 && point.x <= frame.maxX + 0.5 && point.y >= frame.y - 0.5
      && point.y <= frame.maxY + 0.5
  }

  /// One point for each cell of a grid, which becomes coarser until there are at most `limit` points.
  private func thinned(
    _ places: [(point: Point, color: ChartColor)], limit: Int
  ) -> (places: [(point: Point, color: ChartColor)], isSampled: Bool) {
    var cell = 0.5
    var kept = places
    repeat {
      var seen = Set<Int>()
      kept = kept.filter {
        let column = Int(($0.point.x / cell).rounded(.down)) &* 4_000_037
        return seen.insert(column &+ Int(($0.point.y / cell).rounded(.down))).inserted
      }
      cell *= 1.4
    } while kept.count > limit && cell < 1000
    return (kept, cell > 1.5)
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
