extension PlotArea {
  /// Texts at the rows of a series.
  func texts(_ series: DataSeries) -> [SceneNode] {
    sample(min(series.x.count, series.y.count, series.texts.count), limit: 500).compactMap { row in
      point(series.x[row], series.y[row]).map {
        text(
          series.texts[row], at: $0, series.style.textAnchor ?? .overlay,
          color: color(series, row, isStroke: true))
      }
    }
  }

  /// The author's annotation of a series, at its last data point.
  func annotation(_ series: DataSeries) -> [SceneNode] {
    guard let annotation = series.style.annotation else { return [] }
    if series.shape == .rule {
      let isVertical = series.y.isEmpty
      let place =
        isVertical
        ? Point(x: series.x.last.map { x($0) } ?? .nan, y: frame.y)
        : Point(x: frame.maxX, y: series.y.last.map { y($0) } ?? .nan)
      guard !place.x.isNaN, !place.y.isNaN else { return [] }
      let size = Typography.label
      let width = TextMetrics.width(annotation.text, size: size)
      let isLeft = isVertical && (annotation.position == .leading || place.x + 5 + width > frame.maxX + 10)
      return [
        .text(
          SceneText(
            text: annotation.text,
            position: isVertical
              ? Point(x: place.x + (isLeft ? -5 : 5), y: place.y + size * 0.8)
              : Point(x: place.x, y: place.y + (annotation.position == .bottom ? size + 2 : -5)),
            anchor: isVertical && !isLeft ? .start : .end, role: .label, hasHalo: true))
      ]
    }
    let ys = series.stackEnd.isEmpty ? (series.yEnd.isEmpty ? series.y : series.yEnd) : series.stackEnd
    let places = zip(series.x, ys).compactMap { point($0, $1) }
    return places.last.map { [text(annotation.text, at: $0, annotation.position, color: .ink)] } ?? []
  }

  private func text(
    _ text: String, at place: Point, _ position: AnnotationPosition, color: ChartColor
  ) -> SceneNode {
    let size = Typography.label
    let middle = size * 0.35
    let (offset, anchor): (Point, SceneText.Anchor) =
      switch position {
      case .overlay: (Point(x: 0, y: middle), .middle)
      case .top: (Point(x: 0, y: -8), .middle)
      case .bottom: (Point(x: 0, y: 8 + size * 0.75), .middle)
      case .leading: (Point(x: -8, y: middle), .end)
      case .trailing: (Point(x: 8, y: middle), .start)
      }
    let width = TextMetrics.width(text, size: size)
    var x = place.x + offset.x
    // Texts near an edge are moved inwards.
    let (left, right) =
      switch anchor {
      case .start: (x, x + width)
      case .middle: (x - width / 2, x + width / 2)
      case .end: (x - width, x)
      }
    if right > frame.maxX + 10 { x -= right - frame.maxX - 10 } else if left < frame.x { x += frame.x - left }
    return .text(
      SceneText(
        text: text, position: Point(x: x, y: place.y + offset.y), anchor: anchor, role: .label, hasHalo: true,
        color: color == .muted ? .ink : color))
  }
}
