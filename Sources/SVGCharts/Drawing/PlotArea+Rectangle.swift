extension PlotArea {
  /// Cells of a heat map, or ranges; many cells of one colour are drawn as one path.
  func rectangles(_ series: DataSeries) -> [SceneNode] {
    let width = thickness(x, series.x, ratio: 1)
    let height = thickness(y, series.y, ratio: 1)
    let count = series.rowCount
    let opacity = series.style.opacity ?? (series.values.isEmpty ? 0.12 : nil)
    if count <= 400 {
      let isTight = series.values.isEmpty || count > 150
      let texts = CellTexts(series)
      return (0..<count).flatMap { row -> [SceneNode] in
        guard var frame = cell(series, row, width: width, height: height) else { return [] }
        let color = color(series, row, isStroke: false)
        if !isTight && frame.width > 6 && frame.height > 6 {
          frame = Rectangle(
            x: frame.x + 0.5, y: frame.y + 0.5, width: frame.width - 1, height: frame.height - 1)
        }
        var nodes = [
          SceneNode.rectangle(
            frame, ScenePaint(fill: color, opacity: opacity), cornerRadius: series.style.cornerRadius ?? 0,
            title: cellTitle(series, row))
        ]
        // Values are in all cells or in none.
        if texts.width <= frame.width - 2, let text = texts.text(row) {
          nodes += cellText(text, in: frame, on: color)
        }
        return nodes
      }
    }
    return merged(series, width: width, height: height, opacity: opacity)
  }

  /// One path for each colour, in the order of first appearance.
  private func merged(_ series: DataSeries, width: Double, height: Double, opacity: Double?) -> [SceneNode] {
    var paths: [(color: ChartColor, path: PathData)] = []
    var numbers: [Int: Int] = [:]
    var pending: (color: ChartColor, frame: Rectangle)?
    let flush = { (pending: (color: ChartColor, frame: Rectangle)?) in
      guard let (color, frame) = pending else { return }
      // Cells overlap slightly, so that no gap is visible between them.
      let grown = Rectangle(x: frame.x, y: frame.y, width: frame.width + 0.3, height: frame.height + 0.3)
      if let index = numbers[color.number] {
        paths[index].path.append(PathData(grown))
      } else {
        numbers[color.number] = paths.count
        paths.append((color, PathData(grown)))
      }
    }
    let (rows, stride) = cellRows(series)
    for row in rows {
      guard var frame = cell(series, row, width: width, height: height) else { continue }
      if stride > 1 {
        frame.width = min(frame.width * Double(stride), max(0, self.frame.maxX - frame.x))
        frame.height = min(frame.height * Double(stride), max(0, self.frame.maxY - frame.y))
      }
      let color = color(series, row, isStroke: false)
      if let last = pending, last.color.number == color.number, (last.frame.y - frame.y).magnitude < 0.01,
        (last.frame.height - frame.height).magnitude < 0.01, (last.frame.maxX - frame.x).magnitude < 0.01
      {
        pending?.frame.width += frame.width
      } else {
        flush(pending)
        pending = (color, frame)
      }
    }
    flush(pending)
    return paths.map { .path($0.path, ScenePaint(fill: $0.color, opacity: opacity)) }
  }

  /// The rows to draw: all of them, or, when there are very many, every second, third, … in both directions, where
  /// each cell also covers its neighbours.
  private func cellRows(_ series: DataSeries) -> (rows: [Int], stride: Int) {
    let count = series.rowCount
    guard count > 6000, let firstY = series.y.first else { return (Array(0..<count), 1) }
    let columns = series.y.firstIndex { $0 != firstY } ?? count
    let rows = (count + columns - 1) / max(1, columns)
    let stride = Int((Double(count) / 6000).squareRoot().rounded(.up))
    guard columns > stride, rows > stride else { return (Array(0..<count), 1) }
    return ((0..<count).filter { ($0 / columns) % stride == 0 && ($0 % columns) % stride == 0 }, stride)
  }

  private func cell(_ series: DataSeries, _ row: Int, width: Double, height: Double) -> Rectangle? {
    let left = value(series.x, row, x)
    let top = value(series.y, row, y)
    let horizontal = span(left, value(series.xEnd, row, x), width, frame.x, frame.maxX)
    let vertical = span(top, value(series.yEnd, row, y), height, frame.y, frame.maxY)
    guard let horizontal, let vertical else { return nil }
    return Rectangle(Point(x: horizontal.0, y: vertical.0), Point(x: horizontal.1, y: vertical.1))
  }

  /// Both sides of a cell: given, or around a centre, or the whole plot.
  private func span(
    _ start: Double?, _ end: Double?, _ size: Double, _ low: Double, _ high: Double
  ) -> (Double, Double)? {
    guard let start else { return (low, high) }
    if let end { return start.isNaN || end.isNaN ? nil : (start, end) }
    return start.isNaN ? nil : (start - size / 2, start + size / 2)
  }

  private func cellText(_ text: String, in frame: Rectangle, on color: ChartColor) -> [SceneNode] {
    guard TextMetrics.width(text, size: Typography.tick) <= frame.width - 2, frame.height >= 12 else {
      return []
    }
    return [
      .text(
        SceneText(
          text: text,
          position: Point(
            x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 + Typography.tick * 0.35),
          anchor: .middle, role: .tick, color: color.isFarFromPaper ? .paper : .ink))
    ]
  }

  private func cellTitle(_ series: DataSeries, _ row: Int) -> String? {
    guard series.xEnd.isEmpty, series.x.indices.contains(row), series.y.indices.contains(row) else {
      return nil
    }
    let value =
      series.values.indices.contains(row) ? NumberText.prose(series.values[row], significantDigits: 4) : ""
    let text = series.texts.indices.contains(row) ? series.texts[row] : ""
    return title(
      series,
      [
        (series.xLabel, words(series.x[row], x)), (series.yLabel, words(series.y[row], y)),
        ("", text), (colorScale?.label ?? "", value),
      ])
  }
}

extension ChartColor {
  /// True when text on this colour is more readable in the paper's colour than in ink, on light and dark pages alike.
  var isFarFromPaper: Bool {
    func contrast(_ text: ChartColor) -> Double {
      [Palette.light, .dark].map { $0.color(self).contrast(with: $0.color(text)) }.min() ?? 1
    }
    return contrast(.paper) > contrast(.ink)
  }
}
