/// Draws grid, ticks and labels of one panel.
struct AxisDrawing {
  let area: PlotArea
  let xAxis: Axis
  let yAxis: Axis

  /// The grid lines, which are drawn under the marks.
  func grid() -> [SceneNode] {
    var path = PathData()
    if yAxis.hasGrid && !yAxis.isHidden {
      for tick in yAxis.ticks where tick.label != nil {
        let y = area.y(tick.value)
        path.append(PathData([Point(x: area.frame.x, y: y), Point(x: area.frame.maxX, y: y)]))
      }
    }
    if xAxis.hasGrid && !xAxis.isHidden {
      for tick in xAxis.ticks where tick.label != nil {
        let x = area.x(tick.value)
        path.append(PathData([Point(x: x, y: area.frame.y), Point(x: x, y: area.frame.maxY)]))
      }
    }
    guard !path.commands.isEmpty else { return [] }
    return [.path(path, ScenePaint(stroke: .rule, isHollow: true, strokeWidth: 1))]
  }

  /// Tick labels of the y axis, at its left.
  func yLabels() -> [SceneNode] {
    guard !yAxis.isHidden else { return [] }
    var nodes: [SceneNode] = []
    var lowest = Double.infinity
    for tick in yAxis.ticks.ordered(by: { -area.y($0.value) }) {
      guard let label = tick.label else { continue }
      let y = area.y(tick.value)
      // Labels that would touch the one below are left out.
      guard !y.isNaN, lowest - y > Typography.tick * 1.05 else { continue }
      lowest = y
      let lines = yLines(label)
      for (number, line) in lines.enumerated() {
        let offset = (Double(number) - Double(lines.count - 1) / 2) * Typography.tick * 1.1
        nodes.append(
          .text(
            SceneText(
              text: line, position: Point(x: area.frame.x - 8, y: y + offset + Typography.tick * 0.35),
              anchor: .end, role: .tick)))
      }
    }
    return nodes
  }

  /// A label in one line; a name of a category that is too long for the margin in two, where there is room for them.
  private func yLines(_ label: String) -> [String] {
    let limit = area.frame.x - 8
    guard !yAxis.scale.isContinuous, TextMetrics.width(label, size: Typography.tick) > limit else {
      return [label]
    }
    let lines = TextMetrics.wrapped(label, size: Typography.tick, limit: limit)
    guard lines.count == 2, area.y.bandStep >= Typography.tick * 2.2 else {
      return [TextMetrics.fitted(label, size: Typography.tick, limit: limit)]
    }
    return lines.map { TextMetrics.fitted($0, size: Typography.tick, limit: limit) }
  }

  /// Base line, ticks and tick labels of the x axis, below it.
  func xLabels() -> [SceneNode] {
    guard !xAxis.isHidden else { return [] }
    var ticks = PathData()
    let base = area.frame.maxY
    for tick in xAxis.ticks where xAxis.scale.isContinuous {
      let x = area.x(tick.value)
      guard !x.isNaN else { continue }
      ticks.append(
        PathData([Point(x: x, y: base), Point(x: x, y: base + (tick.label == nil ? 3 : 5))]))
    }
    var nodes: [SceneNode] = []
    if !ticks.commands.isEmpty {
      nodes.append(.path(ticks, ScenePaint(stroke: .muted, isHollow: true, strokeWidth: 1, opacity: 0.6)))
    }
    nodes += visibleXTicks().map { .text($0) }
    return nodes
  }

  /// The labels that fit: all of them, or every second, third, … one.
  private func visibleXTicks() -> [SceneText] {
    let labelled = xAxis.ticks.filter { $0.label != nil && !area.x($0.value).isNaN }
      .ordered { area.x($0.value) }
    for stride in 1...max(1, labelled.count) {
      let kept = labelled.enumerated().filter { $0.offset % stride == 0 }.map { $0.element }
      if xAxis.isAslant {
        // The distance between slanted lines of text is the distance of their bands times the sine.
        guard area.x.bandStep * Double(stride) * Axis.slope.sine > Typography.tick else { continue }
        return kept.map { aslantLabel($0.label ?? "", at: area.x($0.value)) }
      }
      let texts = kept.map { tick in
        SceneText(
          text: TextMetrics.fitted(
            tick.label ?? "", size: Typography.tick,
            limit: xAxis.scale.isContinuous ? .infinity : max(24, area.x.bandStep * Double(stride) - 8)),
          position: Point(x: area.x(tick.value), y: area.frame.maxY + 19),
          anchor: .middle, role: .tick)
      }
      if !overlaps(texts) { return texts }
    }
    return []
  }

  /// A slanted label that ends at its band, shortened when it would extend beyond the picture.
  private func aslantLabel(_ label: String, at x: Double) -> SceneText {
    let limit = min(Axis.aslantLimit, (x - 2) / Axis.slope.cosine)
    return SceneText(
      text: TextMetrics.fitted(label, size: Typography.tick, limit: limit),
      position: Point(x: x + 4, y: area.frame.maxY + 14), anchor: .end, role: .tick, rotation: -35)
  }

  private func overlaps(_ texts: [SceneText]) -> Bool {
    zip(texts, texts.dropFirst()).contains { left, right in
      let widths =
        TextMetrics.width(left.text, size: Typography.tick)
        + TextMetrics.width(right.text, size: Typography.tick)
      return right.position.x - left.position.x < widths / 2 + 6
    }
  }
}
