/// One panel, or a grid of panels that share their axes.
struct PanelGrid {
  private(set) var nodes: [SceneNode] = []
  private(set) var clips: [Rectangle] = []
  private(set) var bottom = 0.0
  private(set) var endLabels: EndLabels?
  /// How many vertices the drawing of lines and points has, against how many data.
  private(set) var verticesDrawn = 0

  init(
    chart: Chart, data: ChartData, width: Double, top: Double, heightLimit: Double?, endLabelRoom: Double?
  ) {
    let options = chart.options
    let facets: [String?] = data.facets.names.isEmpty ? [nil] : data.facets.names
    let columns = PanelGrid.columns(facets.count, options.facetColumns, width: width)
    let rows = (facets.count + columns - 1) / columns
    let hasXLabel = !options.x.isHidden && (options.x.label ?? data.axisLabel(\.xLabel)) != ""
    let hasYLabel = !options.y.isHidden && (options.y.label ?? data.axisLabel(\.yLabel)) != ""
    let facetHeader = facets.count > 1 ? 20.0 : 0
    let above = (hasYLabel ? 20.0 : 4) + facetHeader
    let below = options.x.isHidden ? 6.0 : 26
    let axisLabel = hasXLabel ? 18.0 : 0
    let gap = 18.0

    // Heights first: they say how many ticks there is room for.
    let panelWidth = (width - gap * Double(columns - 1)) / Double(columns)
    let preferred = columns == 1 ? max(190, min(360, width * 0.44)) : max(110, panelWidth * 0.72)
    let limited = heightLimit.map {
      ($0 - top - Double(rows) * (below + facetHeader) - (above - facetHeader) - axisLabel) / Double(rows)
    }
    let plotHeight = max(40, limited ?? preferred)
    let hasSymbols = data.series.contains {
      $0.shape == .point || $0.style.symbol != nil || $0.style.symbolBy != nil
    }
    let yAxis = data.axis(.vertical, options, count: max(2, plotHeight / 48))
    let left = yAxis.isHidden ? 1.0 : min(width * 0.4, yAxis.labelWidth(size: Typography.tick) + 9)
    let right = endLabelRoom ?? 14
    let plotWidth = max(30, (width - left - right - gap * Double(columns - 1)) / Double(columns))
    let xAxis = data.axis(.horizontal, options, count: max(2, plotWidth / 84))
    let budget = 9_000 / max(1, data.series.count * (data.facets.names.isEmpty ? 1 : 1))

    for (index, facet) in facets.enumerated() {
      let (row, column) = (index / columns, index % columns)
      let frame = Rectangle(
        x: left + Double(column) * (plotWidth + gap),
        y: top + above + Double(row) * (plotHeight + below + facetHeader), width: plotWidth,
        height: plotHeight)
      let area = PlotArea(
        frame: frame, xAxis: xAxis, yAxis: yAxis, inset: hasSymbols ? 5 : 0, budget: max(60, budget))
      let axes = AxisDrawing(area: area, xAxis: xAxis, yAxis: yAxis)
      var panel = SceneGroup(role: "panel", data: area.attributes(facet: facet))
      panel.children.append(.group(SceneGroup(role: "grid", children: axes.grid())))
      var marks = SceneGroup(role: "marks")
      if xAxis.isClipped || yAxis.isClipped {
        marks.clip = clips.count
        clips.append(Rectangle(x: frame.x, y: frame.y, width: frame.width, height: frame.height))
      }
      for series in data.series where series.facet == nil || facet == nil || series.facet == facet {
        let children = area.nodes(series)
        guard !children.isEmpty else { continue }
        verticesDrawn += children.reduce(0) { $0 + $1.vertexCount }
        marks.children.append(
          .group(SceneGroup(role: "series", data: area.attributes(series), children: children)))
      }
      panel.children.append(.group(marks))
      var labels = column == 0 ? axes.yLabels() : []
      // The lowest panel of each column carries the labels of x.
      if index + columns >= facets.count { labels += axes.xLabels() }
      panel.children.append(.group(SceneGroup(role: "axis", children: labels)))
      if let facet {
        panel.children.append(
          .text(
            SceneText(
              text: TextMetrics.fitted(facet, size: Typography.label, limit: plotWidth),
              position: Point(x: frame.x, y: frame.y - 8), role: .label)))
      }
      if endLabelRoom != nil, let labels = EndLabels(data, in: area) {
        endLabels = labels
        panel.children.append(.group(SceneGroup(role: "labels", children: labels.nodes)))
      }
      nodes.append(.group(panel))
    }
    bottom = top + above - facetHeader + Double(rows) * (plotHeight + below + facetHeader) + axisLabel
    if hasYLabel {
      nodes.append(
        .text(SceneText(text: "↑ " + yAxis.label, position: Point(x: 0, y: top + 8), role: .axis)))
    }
    if hasXLabel {
      nodes.append(
        .text(
          SceneText(
            text: xAxis.label + " →", position: Point(x: width - right, y: bottom - 5), anchor: .end,
            role: .axis)))
    }
  }

  private static func columns(_ count: Int, _ asked: Int?, width: Double) -> Int {
    guard count > 1 else { return 1 }
    if let asked { return max(1, min(count, asked)) }
    let fitting = max(1, Int(width / 190))
    let rows = (count + fitting - 1) / fitting
    return (count + rows - 1) / rows
  }
}
