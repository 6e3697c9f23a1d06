/// The rows of a chart as one table, for export: a row for each datum, a column for each label.
struct DataTable {
  private(set) var header: [String] = []
  /// Cells in the order of the header; nil where a column does not apply.
  private(set) var rows: [[Datum?]] = []

  init(_ chart: Chart) {
    let charts = chart.panels.isEmpty ? [chart] : chart.panels
    for (number, chart) in charts.enumerated() {
      let name = chart.options.title ?? String(number + 1)
      add(ChartData(chart), chart: charts.count > 1 ? name : nil)
    }
    for index in rows.indices {
      rows[index] += [Datum?](repeating: nil, count: header.count - rows[index].count)
    }
  }

  private mutating func add(_ data: ChartData, chart: String?) {
    let hasNames = data.series.contains { !$0.name.isEmpty }
    for series in data.series where series.shape != .contour && series.shape != .filledContour {
      guard series.shape != .images else { continue }
      for row in 0..<series.rowCount {
        rows.append([])
        if let chart { put("chart", .category(chart)) }
        if let facet = series.facet { put("panel", .category(facet)) }
        if hasNames { put("series", .category(series.name)) }
        let isBox = series.shape == .box
        put(
          series.xLabel, series.x, row, data.xCategories,
          suffix: series.xEnd.isEmpty ? "" : isBox ? " (quartile 1)" : " (start)")
        put(series.xLabel, series.xEnd, row, data.xCategories, suffix: isBox ? " (quartile 3)" : " (end)")
        put(
          series.yLabel, series.y, row, data.yCategories,
          suffix: series.yEnd.isEmpty ? "" : isBox ? " (quartile 1)" : " (start)")
        put(series.yLabel, series.yEnd, row, data.yCategories, suffix: isBox ? " (quartile 3)" : " (end)")
        let label = series.isHorizontal ? series.xLabel : series.yLabel
        put(label, series.lower, row, nil, suffix: " (lower whisker)")
        put(label, series.middle, row, nil, suffix: " (median)")
        put(label, series.upper, row, nil, suffix: " (upper whisker)")
        put("change of " + series.xLabel, series.deltaX, row, nil)
        put("change of " + series.yLabel, series.deltaY, row, nil)
        put(series.style.colorBy?.label ?? "value", series.values, row, nil)
        if series.texts.indices.contains(row) { put("text", .category(series.texts[row])) }
      }
    }
  }

  private mutating func put(
    _ name: String, _ values: [Double], _ row: Int, _ categories: CategoryIndex?, suffix: String = ""
  ) {
    guard values.indices.contains(row) else { return }
    if let names = categories?.names {
      let index = values[row]
      put(
        name + suffix,
        index >= 0 && index < Double(names.count) ? .category(names[Int(index)]) : .number(.nan))
    } else {
      put(name + suffix, .number(values[row]))
    }
  }

  private mutating func put(_ name: String, _ datum: Datum) {
    let column: Int
    if let known = header.firstIndex(of: name) {
      column = known
    } else {
      column = header.count
      header.append(name)
    }
    let last = rows.count - 1
    if rows[last].count <= column {
      rows[last] += [Datum?](repeating: nil, count: column + 1 - rows[last].count)
    }
    rows[last][column] = datum
  }
}
