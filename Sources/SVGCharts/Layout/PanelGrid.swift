/// One panel, or a grid of panels that share their axes.
struct PanelGrid {
  private(set) var nodes: [SceneNode] = []
  private(set) var clips: [Rectangle] = []
  private(set) var bottom = 0.0
  private(set) var endLabels: EndLabels?
  /// The number of vertices that lines and points are drawn with.
  private(set) var verticesDrawn = 0
  /// True when visible detail was left out to keep the figure small.
  private(set) var isSampled = false

  private let data: ChartData
  private let layout: PanelLayout

  init(
    chart: Chart, data: ChartData, width: Double, top: Double, heightLimit: Double?, endLabelRoom: Double?
  ) {
    self.data = data
    layout = PanelLayout(
      options: chart.options, data: data, width: width, top: top, heightLimit: heightLimit,
      endLabelRoom: endLabelRoom)
    for (index, facet) in layout.facets.enumerated() {
      add(facet, index, wantsEndLabels: endLabelRoom != nil)
    }
    bottom = layout.bottom
    nodes += layout.axisLabels()
  }

  private mutating func add(_ facet: String?, _ index: Int, wantsEndLabels: Bool) {
    let frame = layout.frame(index)
    var area = PlotArea(
      frame: frame, xAxis: layout.xAxis, yAxis: layout.yAxis, inset: layout.inset,
      budget: max(24, 12_000 / max(1, data.series.count)))
    area.positionCount = max(1, data.positions.names.count)
    area.colorScale = data.colorScale
    area.hasForeground = data.series.contains {
      $0.shape != .contour && $0.shape != .rule && $0.shape != .text
    }
    let axes = AxisDrawing(area: area, xAxis: layout.xAxis, yAxis: layout.yAxis)
    var panel = SceneGroup(role: "panel", data: area.attributes(facet: facet))
    panel.children.append(.group(SceneGroup(role: "grid", children: axes.grid())))
    var marks = SceneGroup(role: "marks")
    let clip = clips.count
    if layout.xAxis.isClipped || layout.yAxis.isClipped {
      area.isClipped = true
      clips.append(frame)
    }
    var words: [SceneNode] = []
    for series in data.series where series.facet == nil || facet == nil || series.facet == facet {
      let drawing = area.drawing(series)
      let children = drawing.nodes
      isSampled = isSampled || drawing.isSampled
      words += area.annotation(series)
      guard !children.isEmpty else { continue }
      if series.shape == .text {
        words += children
        continue
      }
      verticesDrawn += children.reduce(0) { $0 + $1.vertexCount }
      var group = SceneGroup(role: "series", data: area.attributes(series), children: children)
      if area.isClipped && series.shape != .point { group.clip = clip }
      marks.children.append(.group(group))
    }
    if !layout.isWithoutAxes && marks.children.isEmpty && data.facets.names.isEmpty {
      words.append(noData(frame))
    }
    panel.children.append(.group(marks))
    let isFirst = index % layout.columns == 0
    // The lowest panel of each column shows the labels of x.
    let isLowest = index + layout.columns >= layout.facets.count
    panel.children.append(
      .group(
        SceneGroup(role: "axis", children: (isFirst ? axes.yLabels() : []) + (isLowest ? axes.xLabels() : []))
      ))
    if let facet {
      panel.children.append(
        .text(
          SceneText(
            text: TextMetrics.fitted(facet, size: Typography.label, limit: frame.width),
            position: Point(x: frame.x, y: frame.y - 8), role: .label)))
    }
    words += ContourLabels(data, in: area).nodes
    if wantsEndLabels, let labels = EndLabels(data, in: area) {
      endLabels = labels
      words += labels.nodes
    }
    panel.children.append(.group(SceneGroup(role: "labels", children: words)))
    nodes.append(.group(panel))
  }

  private func noData(_ frame: Rectangle) -> SceneNode {
    .text(
      SceneText(
        text: "no data", position: Point(x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 + 4),
        anchor: .middle, role: .axis, hasHalo: true))
  }
}
