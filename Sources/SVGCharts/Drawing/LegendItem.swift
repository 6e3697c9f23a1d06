/// One entry of a legend: a sample of the mark, and its name.
struct LegendItem: Sendable, Equatable {
  var name: String
  var color: ChartColor
  var symbol: ChartSymbol?
  var dash: [Double]?

  /// The entries of a chart, in the order of their categories.
  static func items(_ data: ChartData) -> [LegendItem] {
    var items: [LegendItem] = []
    for series in data.series where !series.legendName.isEmpty && series.shape != .text && !series.isDetail {
      let isLine = series.shape == .line || series.shape == .trajectory || series.shape == .arrow
      let symbol = series.showsSymbols ? series.symbol : nil
      if let index = items.firstIndex(where: { $0.name == series.legendName }) {
        if isLine { items[index].dash = series.dash }
        items[index].symbol = symbol ?? items[index].symbol
      } else {
        items.append(
          LegendItem(
            name: series.legendName, color: series.color, symbol: symbol, dash: isLine ? series.dash : nil))
      }
    }
    let order = data.colorCategories
    return items.ordered { Double(order.index(of: $0.name) ?? Int.max) }
  }

  /// The sample of the mark, 18 points wide, centred on a height.
  func sample(at x: Double, y: Double) -> [SceneNode] {
    var nodes: [SceneNode] = []
    if let dash {
      nodes.append(
        .path(
          PathData([Point(x: x, y: y), Point(x: x + 18, y: y)]), .line(color, width: 2, dash: dash)))
    }
    if let symbol {
      let center = Point(x: x + 9, y: y)
      let outline = symbol.outline(at: center, size: 6)
      if symbol == .circle {
        nodes.append(.path(outline, .line(color, width: 7, isRound: true)))
      } else if symbol.isStroked {
        nodes.append(.path(outline, .line(color, width: 1.75)))
      } else {
        nodes.append(.path(outline, ScenePaint(fill: color)))
      }
    }
    if nodes.isEmpty {
      nodes.append(
        .rectangle(
          Rectangle(x: x + 3, y: y - 6, width: 12, height: 12), ScenePaint(fill: color), cornerRadius: 2))
    }
    return nodes
  }
}
