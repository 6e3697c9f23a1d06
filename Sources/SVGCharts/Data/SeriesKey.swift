/// What rows must have in common to be drawn as one series.
struct SeriesKey: Hashable {
  var shape: MarkShape
  var xLabel: String
  var yLabel: String
  var color: String?
  var symbol: String?
  var stroke: String?
  var series: String?
  var facet: String?

  init(_ mark: Mark, row: Int) {
    shape = mark.shape
    xLabel = (mark.channels.x ?? mark.channels.xEnd)?.label ?? ""
    yLabel = (mark.channels.y ?? mark.channels.yEnd)?.label ?? ""
    color = SeriesKey.category(mark.style.colorBy, row)
    symbol = SeriesKey.category(mark.style.symbolBy, row)
    stroke = SeriesKey.category(mark.style.strokeBy, row)
    series = mark.channels.series.map { $0.column.text(row) }
    facet = mark.style.facetBy.map { $0.column.text(row) }
  }

  /// The distinguishing names, each once: "RMSProp, train"; nil when nothing distinguishes the rows.
  var name: String? {
    var names: [String] = []
    for name in [color, symbol, stroke, series] {
      if let name, !names.contains(name) { names.append(name) }
    }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  /// True when every row of the mark has the same key.
  static func isConstant(_ mark: Mark) -> Bool {
    let keys = [
      mark.style.colorBy, mark.style.symbolBy, mark.style.strokeBy, mark.channels.series, mark.style.facetBy,
    ]
    return keys.allSatisfy { ($0?.column.count ?? 1) <= 1 }
  }

  private static func category(_ value: PlottableValue?, _ row: Int) -> String? {
    guard let value, value.column.isCategorical else { return nil }
    return value.column.text(row)
  }
}
