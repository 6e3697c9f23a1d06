/// The properties that rows must share to be drawn as one series.
struct SeriesKey: Hashable {
  var shape: MarkShape
  var xLabel: String
  var yLabel: String
  var color: String?
  var symbol: String?
  var stroke: String?
  var series: String?
  var facet: String?
  var position: String?
  /// The position of texts relative to their points.
  var textAnchor: AnnotationPosition?
  /// A number that differs between marks with different fixed colours, or with and without an annotation.
  var variant: Int

  init(_ mark: Mark, row: Int) {
    shape = mark.shape
    xLabel = (mark.channels.x ?? mark.channels.xEnd)?.label ?? ""
    yLabel = (mark.channels.y ?? mark.channels.yEnd)?.label ?? ""
    color = SeriesKey.category(mark.style.colorBy, row, numbersToo: mark.shape.isConnected)
    symbol = SeriesKey.category(mark.style.symbolBy, row)
    stroke = SeriesKey.category(mark.style.strokeBy, row)
    series = mark.channels.series.map { $0.column.text(row) }
    facet = mark.style.facetBy.map { $0.column.text(row) }
    position = mark.style.positionBy.map { $0.column.text(row) }
    textAnchor = mark.style.textAnchor
    variant = mark.style.color.map { $0.number } ?? -1
    if mark.style.annotation != nil { variant += 1 << 24 }
  }

  /// The distinguishing names, each once: "RMSProp, train"; nil when nothing distinguishes the rows.
  var name: String? {
    var names: [String] = []
    for name in [color, symbol, stroke, series, position] {
      if let name, !names.contains(name) { names.append(name) }
    }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  /// The name in a legend. Series that look the same share an entry, so it leaves out what nobody sees; nil when
  /// nothing that can be seen distinguishes the rows.
  var legendName: String? {
    var key = self
    if color != nil || symbol != nil || stroke != nil { key.series = nil }
    return key.name
  }

  /// True when every row of the mark has the same key.
  static func isConstant(_ mark: Mark) -> Bool {
    let style = mark.style
    let keys = [
      style.colorBy.flatMap { $0.column.isCategorical || mark.shape.isConnected ? $0 : nil },
      style.symbolBy, style.strokeBy, mark.channels.series, style.facetBy, style.positionBy,
    ]
    return keys.allSatisfy { ($0?.column.count ?? 1) <= 1 }
  }

  private static func category(_ value: PlottableValue?, _ row: Int, numbersToo: Bool = false) -> String? {
    guard let value, value.column.isCategorical || numbersToo else { return nil }
    return value.column.text(row)
  }
}

extension ChartColor {
  /// A number that identifies the colour.
  var number: Int {
    switch self {
    case .ink: 0
    case .muted: 1
    case .rule: 2
    case .paper: 3
    case .category(let number): 8 + Palette.index(number)
    case .sequential(let part): 32 + ColorRamp.step(part)
    case .diverging(let part): 64 + ColorRamp.step(part)
    case .rgb(let red, let green, let blue): 256 + (Int(red) << 16 | Int(green) << 8 | Int(blue)) % (1 << 23)
    }
  }
}
