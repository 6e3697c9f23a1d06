extension PlotArea {
  /// One level of a contour plot.
  func contour(_ series: DataSeries) -> SeriesDrawing {
    guard case .contour(let level) = series.payload else { return SeriesDrawing() }
    let isFilled = series.shape == .filledContour
    let lines = level.paths.map { $0.compactMap { point($0.x, $0.y) } }
    var path = PathData()
    // A tolerance of a fifth of a point is invisible and halves the size of the drawing.
    var tolerance = 0.1
    repeat {
      tolerance *= 2
      path = PathData()
      for line in lines {
        let kept = LineSimplification.simplified(line, tolerance: tolerance, columnWidth: 0.01)
        if kept.count > 1 { path.append(PathData(kept, isClosed: isFilled)) }
      }
    } while path.commands.count > budget && tolerance < 3
    guard !path.isEmpty else { return SeriesDrawing() }
    let isSampled = tolerance > 0.7
    if isFilled {
      let color = series.style.color ?? level.fillColor
      let paint = ScenePaint(fill: color, opacity: series.style.opacity, isEvenOdd: true)
      return SeriesDrawing(nodes: [.path(path, paint)], isSampled: isSampled)
    }
    // Contour lines behind data are muted; their labels show the values.
    let color = series.style.color ?? (hasForeground ? .muted : level.strokeColor)
    let paint = ScenePaint.line(
      color, width: series.style.stroke?.lineWidth ?? (hasForeground ? 0.75 : 1), dash: series.dash,
      opacity: series.style.opacity ?? (hasForeground && color != .rule ? 0.45 : nil), isRound: true)
    return SeriesDrawing(nodes: [.path(path, paint)], isSampled: isSampled)
  }

  /// Pictures in rows, with words below them.
  func images(_ series: DataSeries) -> [SceneNode] {
    guard case .images(let sheet) = series.payload, !sheet.images.isEmpty else { return [] }
    let layout = ImageSheetLayout(sheet, width: frame.width)
    var pictures: [ScenePicture] = []
    var labels: [SceneNode] = []
    for (index, image) in sheet.images.enumerated() {
      let cell = layout.frame(index)
      let place = Rectangle(x: frame.x + cell.x, y: frame.y + cell.y, width: cell.width, height: cell.height)
      pictures.append(ScenePicture(image: image, frame: place))
      if sheet.labels.indices.contains(index) {
        labels.append(
          .text(
            SceneText(
              text: TextMetrics.fitted(sheet.labels[index], size: Typography.tick, limit: place.width + 6),
              position: Point(x: place.x + place.width / 2, y: place.maxY + 14), anchor: .middle, role: .tick)
          ))
      }
    }
    return [.pictures(pictures)] + labels
  }
}

extension ContourLevel {
  /// The colour of the region above the level. Levels are spread evenly over the ramp, regardless of their values.
  var fillColor: ChartColor {
    .sequential(0.82 * (Double(index) + 0.5) / Double(levels.count + 1))
  }

  /// The colour of the line at the level.
  var strokeColor: ChartColor {
    .sequential(0.48 + 0.5 * (levels.count > 1 ? Double(index) / Double(levels.count - 1) : 0.5))
  }
}
