/// Lines of text and legend rows above or below the panels, with their total height.
struct HeaderDrawing {
  private(set) var nodes: [SceneNode] = []
  private(set) var height: Double
  let width: Double

  init(width: Double, height: Double = 0) {
    self.width = width
    self.height = height
  }

  /// Adds text, wrapped to the width.
  mutating func add(_ text: String?, role: SceneText.Role) {
    guard let text, !text.isEmpty else { return }
    let size = Typography.size(role)
    for line in TextMetrics.wrapped(text, size: size, limit: width, bold: role == .title) {
      height += (size * 1.32).rounded()
      nodes.append(.text(SceneText(text: line, position: Point(x: 0, y: height - size * 0.28), role: role)))
    }
  }

  mutating func addSpace(_ space: Double) { height += space }

  /// Adds the legend of a quantity.
  mutating func add(_ legend: ColorLegend) {
    height += height > 0 ? 8 : 2
    nodes += legend.nodes(x: 0, y: height, width: width)
    height += ColorLegend.height - 8
  }

  /// Adds the entries of a legend in as many rows as they need.
  mutating func add(_ items: [LegendItem], title: String?) {
    guard !items.isEmpty else { return }
    let rowHeight = 21.0
    var x = 0.0
    height += rowHeight
    if let title, !title.isEmpty {
      nodes.append(.text(SceneText(text: title, position: Point(x: 0, y: height - 6), role: .axis)))
      x = TextMetrics.width(title, size: Typography.axis) + 14
    }
    for item in items {
      let name = TextMetrics.fitted(item.name, size: Typography.label, limit: width - 24)
      let itemWidth = 24 + TextMetrics.width(name, size: Typography.label)
      if x > 0 && x + itemWidth > width {
        x = 0
        height += rowHeight
      }
      nodes += item.sample(at: x, y: height - 10)
      nodes.append(.text(SceneText(text: name, position: Point(x: x + 24, y: height - 6), role: .label)))
      x += itemWidth + 18
    }
  }
}
