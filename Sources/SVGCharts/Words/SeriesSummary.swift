/// One sentence about one series.
struct SeriesSummary {
  let series: DataSeries
  let data: ChartData

  /// A sentence such as "RMSProp: loss falls from 4.0 at step 0 to 1.2e-6 at step 400."
  var sentence: String {
    switch series.shape {
    case .box: return boxes
    case .bar: return bars
    case .rectangle: return cells
    case .trajectory: return path
    default: break
    }
    if !series.yEnd.isEmpty { return band }
    return series.shape == .point ? points(RowScan(x: series.x, y: series.y)) : line
  }

  private var prefix: String {
    let name = series.name == series.yLabel ? "" : series.name
    let names = [series.facet ?? "", name].filter { !$0.isEmpty }
    return names.isEmpty ? "" : names.joined(separator: ", ") + ": "
  }

  private var label: String { series.yLabel.isEmpty ? "the value" : series.yLabel }

  private func words(_ value: Double, _ categories: CategoryIndex?, fraction: Bool = false) -> String {
    guard let names = categories?.names else { return NumberText.prose(value, fraction: fraction) }
    return value >= 0 && value < Double(names.count) ? names[Int(value)] : ""
  }

  private func at(_ x: Double) -> String {
    (series.xLabel.isEmpty ? "" : series.xLabel + " ") + words(x, data.xCategories)
  }

  private var line: String {
    let rows = RowScan(x: series.x, y: series.y)
    guard rows.count > 1, rows.low.y < rows.high.y, rows.isOrdered else { return points(rows) }
    let y: (Double) -> String = { words($0, data.yCategories, fraction: rows.hasFraction) }
    let (first, last, low, high) = (rows.first, rows.last, rows.low, rows.high)
    let verb = last.y < first.y ? " falls" : last.y > first.y ? " rises" : " goes"
    var text = prefix + label + verb + " from " + y(first.y) + " at " + at(first.x)
    text += " to " + y(last.y) + " at " + at(last.x)
    let room = high.y / 50 - low.y / 50
    if low.y < min(first.y, last.y) - room { text += ", lowest " + y(low.y) + " at " + at(low.x) }
    if high.y > max(first.y, last.y) + room { text += ", highest " + y(high.y) + " at " + at(high.x) }
    return text + "."
  }

  private func points(_ rows: RowScan) -> String {
    guard rows.count > 0 else { return prefix + label + " has no finite values." }
    let y: (Double) -> String = { words($0, data.yCategories, fraction: rows.hasFraction) }
    guard rows.count > 1 else {
      return prefix + label + " is " + y(rows.first.y) + " at " + at(rows.first.x) + "."
    }
    if rows.low.y == rows.high.y {
      return prefix + label + " stays at " + y(rows.low.y) + " from " + at(rows.first.x) + " to "
        + at(rows.last.x) + "."
    }
    return prefix + NumberText.count(rows.count) + " points, " + label + " from " + y(rows.low.y) + " at "
      + at(rows.low.x) + " to " + y(rows.high.y) + " at " + at(rows.high.x) + "."
  }

  private var band: String {
    let rows = zip(series.x, zip(series.y, series.yEnd)).filter {
      $0.0.isFinite && $0.1.0.isFinite && $0.1.1.isFinite
    }
    guard let first = rows.first, let last = rows.last else {
      return prefix + label + " has no finite values."
    }
    let range: ((Double, (Double, Double))) -> String = {
      NumberText.prose($0.1.0) + " to " + NumberText.prose($0.1.1) + " at " + at($0.0)
    }
    return prefix + "range of " + label + " from " + range(first) + " to " + range(last) + "."
  }

  private var bars: String {
    let isHorizontal = series.isHorizontal
    let (places, heights) = isHorizontal ? (series.y, series.x) : (series.x, series.y)
    let (placeLabel, heightLabel) =
      isHorizontal ? (series.yLabel, series.xLabel) : (series.xLabel, series.yLabel)
    let categories = isHorizontal ? data.yCategories : data.xCategories
    let rows = zip(places, heights).filter { $0.0.isFinite && $0.1.isFinite }
    guard let low = rows.min(by: { $0.1 < $1.1 }), let high = rows.max(by: { $0.1 < $1.1 }) else {
      return prefix + heightLabel + " has no finite values."
    }
    if !series.xEnd.isEmpty, !isHorizontal, let first = places.first, let last = series.xEnd.last {
      return prefix + "histogram of " + placeLabel + " from " + NumberText.prose(first) + " to "
        + NumberText.prose(last) + ", most in the bin at " + NumberText.prose(high.0) + " with " + heightLabel
        + " " + NumberText.prose(high.1) + "."
    }
    if rows.count <= 8 {
      let parts = rows.map { words($0.0, categories) + " " + NumberText.prose($0.1) }
      return prefix + heightLabel + " by " + placeLabel + ": " + parts.joined(separator: ", ") + "."
    }
    return prefix + NumberText.count(rows.count) + " bars, " + heightLabel + " from "
      + NumberText.prose(low.1)
      + " at " + words(low.0, categories) + " to " + NumberText.prose(high.1) + " at "
      + words(high.0, categories)
      + "."
  }

  private var boxes: String {
    let categories = series.isHorizontal ? data.yCategories : data.xCategories
    let places = series.isHorizontal ? series.y : series.x
    let (starts, ends) = series.isHorizontal ? (series.x, series.xEnd) : (series.y, series.yEnd)
    let quantity = series.isHorizontal ? series.xLabel : series.yLabel
    let parts = places.indices.prefix(12).map { row in
      words(places[row], categories) + " " + NumberText.prose(series.middle[row]) + " ("
        + NumberText.prose(starts[row]) + " to " + NumberText.prose(ends[row]) + ")"
    }
    return prefix + "median (middle half) of " + quantity + ": " + parts.joined(separator: ", ") + "."
  }

  private var cells: String {
    let values = series.values.filter { $0.isFinite }
    let count = NumberText.count(series.rowCount) + (series.rowCount == 1 ? " rectangle" : " rectangles")
    guard let low = values.min(), let high = values.max(), let quantity = series.style.colorBy?.label else {
      return prefix + count + "."
    }
    let row = series.values.firstIndex(of: high) ?? 0
    let place =
      series.x.indices.contains(row) && series.y.indices.contains(row)
      ? " at " + at(series.x[row]) + ", " + series.yLabel + " " + words(series.y[row], data.yCategories) : ""
    return prefix + count + ", " + quantity + " from " + NumberText.prose(low) + " to "
      + NumberText.prose(high)
      + place + "."
  }

  private var path: String {
    let rows = RowScan(x: series.x, y: series.y)
    guard rows.count > 0 else { return prefix + "no finite places." }
    let place: ((x: Double, y: Double)) -> String = {
      "(" + words($0.x, data.xCategories) + ", " + words($0.y, data.yCategories) + ")"
    }
    return prefix + "path of " + NumberText.count(rows.count) + " points from " + place(rows.first) + " to "
      + place(rows.last) + "."
  }
}
