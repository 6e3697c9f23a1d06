/// The data of a chart in the form in which they are drawn: series, categories, and the names in the legend.
struct ChartData: Sendable {
  var series: [DataSeries] = []
  /// Names of the bands when the axis is categorical.
  var xCategories: CategoryIndex?
  /// Names of the bands when the axis is categorical.
  var yCategories: CategoryIndex?
  var colorCategories: CategoryIndex
  var symbolCategories = CategoryIndex()
  var strokeCategories = CategoryIndex()
  var facets = CategoryIndex()
  /// The label of the values by which marks are coloured.
  var colorLabel: String?
  var symbolLabel: String?
  var strokeLabel: String?
  /// True when arrays of different lengths met in one mark.
  var hasUnequalColumns = false

  private var open: [SeriesKey: Int] = [:]
  private var automaticColors = CategoryIndex()
  private let categoryColors: [ChartColor]

  init(_ chart: Chart) {
    categoryColors = chart.options.categoryColors
    colorCategories = CategoryIndex(chart.options.categoryDomain)
    xCategories = ChartData.categories(chart.marks, chart.options.x) { [$0.x, $0.xEnd] }
    yCategories = ChartData.categories(chart.marks, chart.options.y) { [$0.y, $0.yEnd] }
    for mark in chart.marks where mark.style.color == nil && mark.style.colorBy == nil {
      if mark.shape.takesAutomaticColor { _ = automaticColors.insert(SeriesKey(mark, row: 0).yLabel) }
    }
    for mark in chart.marks { add(mark) }
  }

  private mutating func add(_ mark: Mark) {
    let rows = mark.rowCount
    hasUnequalColumns = hasUnequalColumns || mark.hasUnequalColumns
    if mark.style.colorBy?.column.isCategorical == true {
      colorLabel = colorLabel ?? mark.style.colorBy?.label
    }
    symbolLabel = symbolLabel ?? mark.style.symbolBy?.label
    strokeLabel = strokeLabel ?? mark.style.strokeBy?.label
    let isSingle = rows == 1 && mark.channels.columns.allSatisfy { $0.count == 1 }
    let isConstant = SeriesKey.isConstant(mark)
    var own: [SeriesKey: Int] = [:]
    var current: (key: SeriesKey, index: Int)?
    for row in 0..<rows {
      if current == nil || !isConstant {
        let key = SeriesKey(mark, row: row)
        if current?.key != key {
          let known = isSingle ? open[key] : own[key]
          let index = known ?? begin(mark, key, isComplete: !isSingle)
          if isSingle { open[key] = index } else { own[key] = index }
          current = (key, index)
        }
      }
      if let index = current?.index { append(mark.channels, row, to: index) }
    }
    if rows == 0 { _ = begin(mark, SeriesKey(mark, row: 0), isComplete: true) }
  }

  private mutating func begin(_ mark: Mark, _ key: SeriesKey, isComplete: Bool) -> Int {
    let symbolNumber = key.symbol.map { symbolCategories.insert($0) }
    let strokeNumber = key.stroke.map { strokeCategories.insert($0) }
    let symbols = ChartSymbol.allCases
    if let facet = key.facet { _ = facets.insert(facet) }
    series.append(
      DataSeries(
        shape: mark.shape,
        name: key.name ?? (automaticColors.names.count > 1 ? key.yLabel : ""),
        xLabel: key.xLabel, yLabel: key.yLabel, style: mark.style,
        color: color(mark, key),
        symbol: mark.style.symbol ?? symbolNumber.map { symbols[$0 % symbols.count] } ?? .circle,
        dash: mark.style.stroke?.dash ?? strokeNumber.map(ChartData.dash) ?? [],
        facet: key.facet, isComplete: isComplete))
    return series.count - 1
  }

  private mutating func color(_ mark: Mark, _ key: SeriesKey) -> ChartColor {
    if let color = mark.style.color { return color }
    if let category = key.color { return color(colorCategories.insert(category)) }
    guard mark.shape.takesAutomaticColor else { return .muted }
    return .category((automaticColors.index(of: key.yLabel) ?? 0) + 1)
  }

  /// The colour of a category by its number, from 0.
  func color(_ number: Int) -> ChartColor {
    categoryColors.indices.contains(number) ? categoryColors[number] : .category(number + 1)
  }

  /// The dash pattern of a category by its number; the first is solid.
  static func dash(_ number: Int) -> [Double] {
    let patterns: [[Double]] = [[], [6, 3], [2, 2.5], [9, 3, 2, 3], [12, 4], [4, 2, 1, 2, 1, 2]]
    return patterns[number % patterns.count]
  }

  private mutating func append(_ channels: MarkChannels, _ row: Int, to index: Int) {
    if let x = channels.x { series[index].x.append(ChartData.number(x.column, row, &xCategories)) }
    if let y = channels.y { series[index].y.append(ChartData.number(y.column, row, &yCategories)) }
    if let xEnd = channels.xEnd {
      series[index].xEnd.append(ChartData.number(xEnd.column, row, &xCategories))
    }
    if let yEnd = channels.yEnd {
      series[index].yEnd.append(ChartData.number(yEnd.column, row, &yCategories))
    }
  }

  private static func number(_ column: Column, _ row: Int, _ categories: inout CategoryIndex?) -> Double {
    guard categories != nil else { return column.number(row) }
    return categories.map { Double($0.index(of: column.text(row)) ?? 0) } ?? .nan
  }

  /// The categories of an axis, or nil when it is continuous.
  private static func categories(
    _ marks: [Mark], _ options: AxisOptions, _ channels: (MarkChannels) -> [PlottableValue?]
  ) -> CategoryIndex? {
    var index = CategoryIndex()
    if case .categories(let names) = options.domain { index = CategoryIndex(names) }
    let columns = marks.flatMap { channels($0.channels).compactMap { $0?.column } }
    let isCategorical =
      options.type == .category || !index.names.isEmpty || columns.contains { $0.isCategorical }
    guard isCategorical else { return nil }
    for column in columns {
      for row in 0..<column.count { _ = index.insert(column.text(row)) }
    }
    return index
  }
}

extension MarkShape {
  /// True for marks that are told apart by the label of their y values when no colour is asked for.
  var takesAutomaticColor: Bool {
    switch self {
    case .line, .point, .area, .bar: true
    case .rule: false
    }
  }
}
