/// The legend of a quantity: a strip of colours with values below it.
struct ColorLegend {
  /// A piece of the strip, from 0 to 1 along it.
  private var pieces: [(color: ChartColor, start: Double, end: Double)] = []
  private var ticks: [(text: String, at: Double)] = []
  private let label: String

  static let height = 34.0

  /// The legend of marks coloured by number, or of a contour plot; nil when the chart has neither.
  init?(_ data: ChartData, _ options: ChartOptions) {
    if let scale = data.colorScale,
      data.series.contains(where: { !$0.values.isEmpty && !$0.shape.isConnected })
    {
      label = options.legendTitle ?? scale.label
      let isStroke = !data.series.contains {
        !$0.values.isEmpty && ($0.shape == .rectangle || $0.shape == .bar)
      }
      let steps = ColorRamp.stepCount
      for step in 0..<steps {
        let middle = (Double(step) + 0.5) / Double(steps)
        let color: ChartColor =
          scale.ramp == .diverging
          ? .diverging(middle) : .sequential(isStroke ? 0.48 + 0.52 * middle : middle)
        pieces.append((color, Double(step) / Double(steps), Double(step + 1) / Double(steps)))
      }
      for tick in scale.ticks { ticks.append((tick.label ?? "", scale.scale.fraction(tick.value))) }
      return
    }
    let levels = data.series.compactMap { series -> (level: ContourLevel, isFilled: Bool)? in
      // Lines need no legend, because their labels show the values.
      guard case .contour(let level) = series.payload, series.style.color == nil,
        series.shape == .filledContour || level.levels.count < 2
      else { return nil }
      return (level, series.shape == .filledContour)
    }
    guard let first = levels.first, !first.level.levels.isEmpty else { return nil }
    label = options.legendTitle ?? first.level.label
    let values = first.level.levels
    let numbers = values.map { DecimalNumber($0, significantDigits: 4) }
    let isLogarithmic = (values.first ?? 0) > 0 && (values.last ?? 0) / max(values.first ?? 1, 1e-300) > 100
    let labels = TickFormat.automatic.labels(numbers, isLogarithmic: isLogarithmic)
    let count = Double(first.isFilled ? values.count + 1 : values.count)
    let own = levels.filter { $0.level.levels == values && $0.isFilled == first.isFilled }
    for (level, isFilled) in own {
      let start = Double(level.index) / count
      pieces.append((isFilled ? level.fillColor : level.strokeColor, start, start + 1 / count))
    }
    for (index, text) in labels.enumerated() {
      ticks.append((text, (Double(index) + (first.isFilled ? 1 : 0.5)) / count))
    }
  }

  /// The nodes of the strip, as wide as fits.
  func nodes(x: Double, y: Double, width: Double) -> [SceneNode] {
    let labelWidth = label.isEmpty ? 0 : TextMetrics.width(label, size: Typography.axis) + 14
    let length = min(240, max(60, width - labelWidth - 20))
    let start = x + labelWidth
    var nodes: [SceneNode] = []
    if !label.isEmpty {
      nodes.append(.text(SceneText(text: label, position: Point(x: x, y: y + 10), role: .axis)))
    }
    for piece in pieces {
      // Each piece extends under the next, so that no gap is visible between them.
      let end = min(1, piece.end + 0.5 * (piece.end - piece.start))
      nodes.append(
        .rectangle(
          Rectangle(x: start + length * piece.start, y: y, width: length * (end - piece.start), height: 10),
          ScenePaint(fill: piece.color)))
    }
    var reach = -Double.infinity
    for tick in ticks where tick.at >= -0.001 && tick.at <= 1.001 {
      let center = start + length * tick.at
      let half = TextMetrics.width(tick.text, size: Typography.tick) / 2
      guard center - half > reach + 6 else { continue }
      reach = center + half
      nodes.append(
        .text(
          SceneText(text: tick.text, position: Point(x: center, y: y + 24), anchor: .middle, role: .tick)))
    }
    return nodes
  }
}
