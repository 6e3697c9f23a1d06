extension ChartData {
  /// Adds one row of a mark to a series.
  mutating func append(_ mark: Mark, _ row: Int, to index: Int) {
    let channels = mark.channels
    if let x = channels.x { series[index].x.append(ChartData.number(x.column, row, xCategories)) }
    if let y = channels.y { series[index].y.append(ChartData.number(y.column, row, yCategories)) }
    if let xEnd = channels.xEnd { series[index].xEnd.append(ChartData.number(xEnd.column, row, xCategories)) }
    if let yEnd = channels.yEnd { series[index].yEnd.append(ChartData.number(yEnd.column, row, yCategories)) }
    if let deltaX = channels.deltaX { series[index].deltaX.append(deltaX.column.number(row)) }
    if let deltaY = channels.deltaY { series[index].deltaY.append(deltaY.column.number(row)) }
    if let lower = channels.lower { series[index].lower.append(lower.column.number(row)) }
    if let upper = channels.upper { series[index].upper.append(upper.column.number(row)) }
    if let middle = channels.middle { series[index].middle.append(middle.column.number(row)) }
    if let text = channels.text { series[index].texts.append(text.column.text(row)) }
    if let value = mark.style.colorBy, !value.column.isCategorical {
      series[index].values.append(value.column.number(row))
    }
  }

  /// Adds all rows of a mark to a new series; arrays of numbers are not converted.
  mutating func fill(_ mark: Mark, _ rows: Int, _ index: Int) {
    let channels = mark.channels
    let numbers: (PlottableValue?, CategoryIndex?) -> [Double] = { value, categories in
      guard let column = value?.column else { return [] }
      if categories == nil, case .numbers(let values) = column, values.count == rows { return values }
      return (0..<rows).map { ChartData.number(column, $0, categories) }
    }
    series[index].x = numbers(channels.x, xCategories)
    series[index].y = numbers(channels.y, yCategories)
    series[index].xEnd = numbers(channels.xEnd, xCategories)
    series[index].yEnd = numbers(channels.yEnd, yCategories)
    series[index].deltaX = numbers(channels.deltaX, nil)
    series[index].deltaY = numbers(channels.deltaY, nil)
    series[index].lower = numbers(channels.lower, nil)
    series[index].upper = numbers(channels.upper, nil)
    series[index].middle = numbers(channels.middle, nil)
    if let text = channels.text { series[index].texts = (0..<rows).map { text.column.text($0) } }
    if let value = mark.style.colorBy, !value.column.isCategorical {
      series[index].values = numbers(value, nil)
    }
  }

  private static func number(_ column: DataColumn, _ row: Int, _ categories: CategoryIndex?) -> Double {
    guard let categories else { return column.number(row) }
    return categories.index(of: column.text(row)).map { Double($0) } ?? .nan
  }

  /// The categories of an axis, or nil when it is continuous.
  static func categories(
    _ marks: [Mark], _ options: AxisOptions, _ channels: (MarkChannels) -> [PlottableValue?]
  ) -> CategoryIndex? {
    var index = CategoryIndex()
    var isFixed = false
    if case .categories(let names) = options.domain {
      index = CategoryIndex(names)
      isFixed = true
    }
    let columns = marks.flatMap { channels($0.channels).compactMap { $0?.column } }
    guard isFixed || options.type == .category || columns.contains(where: { $0.isCategorical }) else {
      return nil
    }
    // A domain that the author set is complete; other categories are not shown.
    guard !isFixed else { return index }
    for column in columns {
      for row in 0..<column.count { _ = index.insert(column.text(row)) }
    }
    return index
  }
}
