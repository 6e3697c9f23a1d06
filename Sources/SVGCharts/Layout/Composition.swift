/// Charts side by side in one drawing.
struct Composition {
  private(set) var nodes: [SceneNode] = []
  private(set) var clips: [Rectangle] = []
  private(set) var bottom: Double
  private(set) var description = ""

  init(_ chart: Chart, width: Double, top: Double) {
    let gap = 28.0
    let asked = chart.options.panelColumns ?? chart.panels.count
    // A chart narrower than 200 points is hard to read, so fewer charts share a row.
    let fitting = max(1, Int((width + gap) / (200 + gap)))
    let columns = max(1, min(chart.panels.count, min(asked, fitting)))
    let panelWidth = (width - gap * Double(columns - 1)) / Double(columns)
    bottom = top
    var rowHeight = 0.0
    for (index, panel) in chart.panels.enumerated() {
      let column = index % columns
      if column == 0 && index > 0 {
        bottom += rowHeight + gap * 0.8
        rowHeight = 0
      }
      let scene = SceneBuilder(panel, width: panelWidth).scene()
      let offset = Point(x: Double(column) * (panelWidth + gap), y: bottom)
      nodes.append(
        .group(
          SceneGroup(
            role: "chart", offset: offset,
            children: scene.nodes.map { Composition.shifted($0, by: clips.count) })))
      clips += scene.clips
      rowHeight = max(rowHeight, scene.height)
      if !description.isEmpty { description += " " }
      description += (panel.options.title.map { $0 + ": " } ?? "") + scene.description
    }
    bottom += rowHeight
  }

  /// The node with the indices of its clip rectangles increased by `count`.
  private static func shifted(_ node: SceneNode, by count: Int) -> SceneNode {
    guard count > 0, case .group(var group) = node else { return node }
    group.clip = group.clip.map { $0 + count }
    group.children = group.children.map { shifted($0, by: count) }
    return .group(group)
  }
}
