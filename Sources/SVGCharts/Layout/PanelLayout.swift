/// The positions of panels and their axis labels, and the axes that the panels share.
struct PanelLayout {
  let facets: [String?]
  let columns: Int
  let xAxis: Axis
  let yAxis: Axis
  /// The distance of the first and last positions from the edges, so that symbols are not cut off.
  let inset: Double
  /// True when the chart shows only pictures.
  let isWithoutAxes: Bool
  let bottom: Double

  private let top: Double
  private let left: Double
  private let right: Double
  private let plotWidth: Double
  private let plotHeight: Double
  private let rowStep: Double
  private let columnStep: Double

  init(
    options asked: ChartOptions, data: ChartData, width: Double, top: Double, heightLimit: Double?,
    endLabelRoom: Double?
  ) {
    var options = asked
    isWithoutAxes = !data.series.isEmpty && data.series.allSatisfy { $0.shape == .images }
    if isWithoutAxes {
      options.x.isHidden = true
      options.y.isHidden = true
    }
    facets = data.facets.names.isEmpty ? [nil] : data.facets.names.map { Optional($0) }
    columns = PanelLayout.columns(facets.count, options.facetColumns, width: width)
    let rows = Double((facets.count + columns - 1) / columns)
    let hasXLabel = !options.x.isHidden && (options.x.label ?? data.axisLabel(.horizontal)) != ""
    let hasYLabel = !options.y.isHidden && (options.y.label ?? data.axisLabel(.vertical)) != ""
    let facetHeader = facets.count > 1 ? 22.0 : 0
    let above = isWithoutAxes ? 0 : hasYLabel ? 22.0 : 6
    let gap = facets.count > 1 ? 32.0 : 0
    let names = data.axis(.horizontal, options, count: 2)
    let bandStep = width * 0.86 / Double(columns * max(1, names.scale.categories.count))
    let extraHeight = options.x.isHidden ? 0 : names.fitted(bandStep: bandStep).extraHeight
    let below = isWithoutAxes ? 0 : options.x.isHidden ? 6.0 : 26 + extraHeight

    // The height comes first, because the number of ticks depends on it.
    let panelWidth = (width - gap * Double(columns - 1)) / Double(columns)
    var height = PanelLayout.preferredHeight(data, panelWidth: panelWidth, columns: columns, width: width)
    if let heightLimit {
      let taken = top + above + rows * (below + facetHeader) + (hasXLabel ? 18.0 : 0)
      height = (heightLimit - taken) / rows
    }
    plotHeight = max(40, height)
    yAxis = data.axis(.vertical, options, count: max(2, plotHeight / 58))
    let labelWidth = yAxis.isHidden ? 0 : min(width * 0.38, yAxis.labelWidth(size: Typography.tick) + 10)
    let guess = data.axis(.horizontal, options, count: max(2, panelWidth / 96))
    let overhang =
      guess.isHidden || !guess.scale.isContinuous ? 0 : guess.labelWidth(size: Typography.tick) / 2
    left = isWithoutAxes ? 0 : max(labelWidth, min(overhang, width * 0.1), 6)
    right = isWithoutAxes ? 0 : endLabelRoom ?? max(8, min(overhang + 2, width * 0.1))
    plotWidth = max(30, (width - left - right - gap * Double(columns - 1)) / Double(columns))
    xAxis = data.axis(.horizontal, options, count: max(2, plotWidth / 96)).fitted(bandStep: bandStep)
    inset = data.series.contains { $0.showsSymbols || $0.shape == .trajectory } && !data.hasFill ? 5 : 0
    rowStep = plotHeight + below + facetHeader
    columnStep = plotWidth + gap
    self.top = top + above + facetHeader
    bottom = top + above + rows * rowStep + (hasXLabel ? 18 : 0)
  }

  /// The plot of a panel.
  func frame(_ index: Int) -> Rectangle {
    Rectangle(
      x: left + Double(index % columns) * columnStep, y: top + Double(index / columns) * rowStep,
      width: plotWidth, height: plotHeight)
  }

  /// The labels of both axes, once for all panels: y above, x below at the right.
  func axisLabels() -> [SceneNode] {
    var nodes: [SceneNode] = []
    let end = frame(columns - 1).maxX
    if !yAxis.isHidden && !yAxis.label.isEmpty {
      let label = (yAxis.scale.isContinuous ? "↑ " : "") + yAxis.label
      let y = top - (facets.count > 1 ? 34 : 13)
      nodes.append(
        .text(
          SceneText(
            text: TextMetrics.fitted(label, size: Typography.axis, limit: end), position: Point(x: 0, y: y),
            role: .axis)))
    }
    if !xAxis.isHidden && !xAxis.label.isEmpty {
      let label = xAxis.label + (xAxis.scale.isContinuous ? " →" : "")
      nodes.append(
        .text(
          SceneText(
            text: TextMetrics.fitted(label, size: Typography.axis, limit: end),
            position: Point(x: end, y: bottom - 4), anchor: .end, role: .axis)))
    }
    return nodes
  }

  /// The height of a plot that suits its data; rows of categories and pictures need their own height.
  private static func preferredHeight(
    _ data: ChartData, panelWidth: Double, columns: Int, width: Double
  ) -> Double {
    for series in data.series {
      if case .images(let sheet) = series.payload { return ImageSheetLayout(sheet, width: panelWidth).height }
    }
    if let names = data.yCategories?.names {
      let isMatrix = data.xCategories != nil || data.series.contains { $0.shape == .rectangle }
      return max(
        60,
        min(900, Double(names.count) * (isMatrix ? max(12, min(32, 360 / Double(max(1, names.count)))) : 28)))
    }
    return columns == 1 ? max(190, min(420, width * 0.44)) : max(100, panelWidth * 0.68)
  }

  private static func columns(_ count: Int, _ asked: Int?, width: Double) -> Int {
    guard count > 1 else { return 1 }
    if let asked { return max(1, min(count, asked)) }
    let fitting = max(1, Int(width / 165))
    let rows = (count + fitting - 1) / fitting
    return (count + rows - 1) / rows
  }
}

extension ChartData {
  /// True when some mark fills the plot to its edges.
  var hasFill: Bool {
    series.contains {
      ($0.shape.fillsPlot || ($0.shape == .rectangle && !$0.values.isEmpty)) && $0.rowCount > 0
    }
  }
}
