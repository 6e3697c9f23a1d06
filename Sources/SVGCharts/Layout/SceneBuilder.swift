/// Lays a chart out: header, panels with their axes, marks, legend and caption.
struct SceneBuilder {
  let chart: Chart
  let data: ChartData
  let width: Double
  var options: ChartOptions { chart.options }

  init(_ chart: Chart, width: Double? = nil) {
    self.chart = chart
    data = ChartData(chart)
    self.width = width.flatMap { $0.isFinite ? min(4000, max(120, $0)) : nil } ?? chart.options.width
  }

  func scene() -> Scene {
    let summary = ChartSummary(chart, data)
    var scene = Scene(width: width, height: 0, title: summary.title, description: "", nodes: [])
    var header = HeaderDrawing(width: width)
    header.add(options.title, role: .title)
    header.add(options.subtitle, role: .subtitle)
    var footer = HeaderDrawing(width: width)
    footer.add(options.caption, role: .caption)

    if !chart.panels.isEmpty {
      let composition = Composition(chart, width: width, top: header.height > 0 ? header.height + 12 : 0)
      scene.nodes = header.nodes + composition.nodes
      scene.clips = composition.clips
      scene.height = composition.bottom
      scene.description = options.descriptionText ?? composition.description
    } else {
      let grid = panels(&header, footer: footer.height)
      scene.nodes = header.nodes + grid.nodes
      scene.clips = grid.clips
      scene.height = grid.bottom
      scene.description =
        options.descriptionText ?? summary.text(verticesDrawn: grid.verticesDrawn, isSampled: grid.isSampled)
    }
    if !footer.nodes.isEmpty {
      let offset = Point(x: 0, y: scene.height + 6)
      scene.nodes.append(.group(SceneGroup(role: "caption", offset: offset, children: footer.nodes)))
      scene.height += footer.height + 8
    }
    scene.height = scene.height.rounded(.up)
    return scene
  }

  /// Adds the legend to the header when the chart needs one, and returns the panels.
  private func panels(_ header: inout HeaderDrawing, footer: Double) -> PanelGrid {
    let items = LegendItem.items(data)
    let isShown = options.legend != .hidden
    let wantsItems =
      isShown && (options.legend == .visible || (items.count > 1 && !data.namesColorsElsewhere))
    if wantsItems, options.legend == .automatic, let room = EndLabels.room(data, width: width) {
      let grid = grid(header: header.height, footer: footer, endLabelRoom: room)
      if grid.endLabels != nil { return grid }
    }
    if wantsItems {
      if header.height > 0 { header.addSpace(4) }
      header.add(items, title: options.legendTitle)
    }
    if isShown, let legend = ColorLegend(data, options) { header.add(legend) }
    return grid(header: header.height, footer: footer, endLabelRoom: nil)
  }

  private func grid(header: Double, footer: Double, endLabelRoom: Double?) -> PanelGrid {
    PanelGrid(
      chart: chart, data: data, width: width, top: header > 0 ? header + 10 : 4,
      heightLimit: options.height.map { $0 - (footer > 0 ? footer + 8 : 0) }, endLabelRoom: endLabelRoom)
  }
}
