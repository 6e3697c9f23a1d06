/// Lays a chart out: header, panels with their axes, marks, legend and caption.
struct SceneBuilder {
  let chart: Chart
  let data: ChartData
  let width: Double
  var options: ChartOptions { chart.options }

  init(_ chart: Chart, width: Double? = nil) {
    self.chart = chart
    data = ChartData(chart)
    self.width = width ?? chart.options.width
  }

  func scene() -> Scene {
    let summary = ChartSummary(chart, data)
    var scene = Scene(width: width, height: 0, title: summary.title, description: "", nodes: [])
    var header = HeaderDrawing(width: width)
    header.add(options.title, role: .title)
    header.add(options.subtitle, role: .subtitle)
    var footer = HeaderDrawing(width: width)
    footer.add(options.caption, role: .caption)

    let items = LegendItem.items(data)
    let wantsLegend = options.legend == .visible || (options.legend == .automatic && items.count > 1)
    var panels: PanelGrid?
    if wantsLegend, options.legend == .automatic, let room = EndLabels.room(data, width: width) {
      let grid = self.panels(header: header.height, footer: footer.height, right: room)
      if grid.endLabels != nil { panels = grid }
    }
    if panels == nil, wantsLegend {
      if header.height > 0 { header.addSpace(4) }
      header.add(items, title: options.legendTitle)
    }
    let grid = panels ?? self.panels(header: header.height, footer: footer.height, right: nil)
    scene.nodes += header.nodes
    scene.nodes += grid.nodes
    scene.clips = grid.clips
    scene.height = grid.bottom
    if !footer.nodes.isEmpty {
      scene.nodes.append(.group(SceneGroup(role: "caption", children: footer.nodes, offset: grid.bottom + 6)))
      scene.height += footer.height + 8
    }
    scene.height = (scene.height * 10).rounded(.up) / 10
    scene.description = options.descriptionText ?? summary.text(verticesDrawn: grid.verticesDrawn)
    return scene
  }

  private func panels(header: Double, footer: Double, right: Double?) -> PanelGrid {
    PanelGrid(
      chart: chart, data: data, width: width, top: header > 0 ? header + 10 : 4,
      heightLimit: options.height.map { $0 - (footer > 0 ? footer + 8 : 0) }, endLabelRoom: right)
  }
}
