/// The data of a chart, ready for drawing: series, categories, and the names in the legend.
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
  /// The categories whose bars stand side by side within a band.
  var positions = CategoryIndex()
  /// The label of the values by which marks are coloured.
  var colorLabel: String?
  /// The colour scale; nil when no mark is coloured by a number.
  var colorScale: NumericColorScale?
  /// The ranges of values that the axes must cover.
  private(set) var xBounds = DataBounds()
  private(set) var yBounds = DataBounds()
  /// True when some mark has arrays of different lengths.
  var hasUnequalColumns = false

  private var open: [SeriesKey: Int] = [:]
  private var automaticColors = CategoryIndex()
  private let categoryColors: [ChartColor]

  init(_ chart: Chart) {
    categoryColors = chart.options.categoryColors
    colorCategories = CategoryIndex(chart.options.categoryDomain)
    xCategories = ChartData.categories(chart.marks, chart.options.x) { [$0.x, $0.xEnd] }
    yCategories = ChartData.categories(chart.marks, chart.options.y) { [$0.y, $0.yEnd] }
    colorScale = NumericColorScale(chart)
    for mark in chart.marks where mark.style.color == nil && mark.style.colorBy == nil {
      if mark.shape.takesAutomaticColor { _ = automaticColors.insert(SeriesKey(mark, row: 0).yLabel) }
    }
    for mark in chart.marks { add(mark) }
    stack()
    xBounds = bounds(.horizontal)
    yBounds = bounds(.vertical)
  }

  private mutating func add(_ mark: Mark) {
    let rows = mark.rowCount
    hasUnequalColumns = hasUnequalColumns || (mark.hasUnequalColumns && mark.shape.isDescribed)
    colorLabel = colorLabel ?? mark.style.colorBy?.label
    let isSingle = rows == 1 && mark.channels.columns.allSatisfy { $0.count == 1 }
    let isConstant = SeriesKey.isConstant(mark)
    if rows > 1, isConstant {
      let index = begin(mark, SeriesKey(mark, row: 0))
      fill(mark, rows, index)
      return
    }
    var own: [SeriesKey: Int] = [:]
    var current: (key: SeriesKey, index: Int)?
    for row in 0..<rows {
      if current == nil || !isConstant {
        let key = SeriesKey(mark, row: row)
        if current?.key != key {
          let known = isSingle && mark.shape.joinsRows ? open[key] : own[key]
          let index = known ?? begin(mark, key)
          if isSingle { open[key] = index } else { own[key] = index }
          current = (key, index)
        }
      }
      if let index = current?.index { append(mark, row, to: index) }
    }
    if rows == 0 { _ = begin(mark, SeriesKey(mark, row: 0)) }
  }

  private mutating func begin(_ mark: Mark, _ key: SeriesKey) -> Int {
    let symbolNumber = key.symbol.map { symbolCategories.insert($0) }
    let strokeNumber = key.stroke.map { strokeCategories.insert($0) }
    let symbols = ChartSymbol.allCases
    if let facet = key.facet { _ = facets.insert(facet) }
    let isNamedByLabel =
      automaticColors.names.count > 1 && mark.shape.takesAutomaticColor
      && mark.style.color == nil
    var new = DataSeries(
      shape: mark.shape, name: key.name ?? (isNamedByLabel ? key.yLabel : ""), xLabel: key.xLabel,
      yLabel: key.yLabel, style: mark.style, payload: mark.payload, color: color(mark, key),
      symbol: mark.style.symbol ?? symbolNumber.map { symbols[$0 % symbols.count] } ?? .circle,
      dash: mark.style.stroke?.dash ?? strokeNumber.map(ChartData.dash) ?? automaticDash(mark, key),
      facet: key.facet)
    new.legendName = key.legendName ?? new.name
    new.isHorizontal = mark.isHorizontal(hasXBands: xCategories != nil, hasYBands: yCategories != nil)
    if let position = key.position { new.position = positions.insert(position) }
    series.append(new)
    return series.count - 1
  }

  private mutating func color(_ mark: Mark, _ key: SeriesKey) -> ChartColor {
    if let color = mark.style.color { return color }
    if let by = mark.style.colorBy, !by.column.isCategorical {
      // A connected mark takes the colour of its number; other marks are coloured row by row when drawn.
      guard mark.shape.isConnected, let colorScale else { return .category(1) }
      return colorScale.color(by.column.number(0), isStroke: true)
    }
    if let category = key.color { return color(colorCategories.insert(category)) }
    guard mark.shape.takesAutomaticColor else { return mark.shape == .text ? .ink : .muted }
    return .category((automaticColors.index(of: key.yLabel) ?? 0) + 1)
  }

  /// Dashes lines from the sixth colour on, because the later colours are hard to distinguish.
  private func automaticDash(_ mark: Mark, _ key: SeriesKey) -> [Double] {
    guard mark.shape == .line || mark.shape == .trajectory, mark.style.stroke == nil, categoryColors.isEmpty,
      let number = key.color.flatMap({ colorCategories.index(of: $0) }), number >= 5
    else { return [] }
    return ChartData.dash(1 + (number - 5) / 3)
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
}

extension MarkShape {
  /// True when rows that a loop adds one by one form one series.
  var joinsRows: Bool {
    switch self {
    case .contour, .filledContour, .images: false
    default: true
    }
  }
}

extension Mark {
  /// True when bars are horizontal: only x has two ends, or y is a band and x is not.
  func isHorizontal(hasXBands: Bool, hasYBands: Bool) -> Bool {
    guard shape == .bar || shape == .box || shape == .errorBar else { return false }
    if channels.yEnd != nil { return false }
    if channels.xEnd != nil && stackingIsAbsent { return true }
    return hasYBands && !hasXBands && channels.xEnd == nil
  }

  private var stackingIsAbsent: Bool {
    if case .stacking = payload { false } else { true }
  }
}
