extension ChartData {
  /// The position in the plot that stacked bars or areas share.
  private struct Place: Hashable {
    var shape: MarkShape
    var at: Double
    var facet: String?
    var position: Int
    var label: String
    var sign: Int
  }

  /// Stacks bars and areas, positive and negative values separately.
  mutating func stack() {
    var totals: [Place: Double] = [:]
    let stacked = series.indices.filter { index in
      let series = series[index]
      guard let method = series.stacking, method != .unstacked else { return false }
      return series.shape == .area ? areaCount(like: series) > 1 || method == .normalized : true
    }
    for index in stacked where series[index].stacking == .normalized {
      for row in 0..<series[index].rowCount {
        let (at, value) = entry(index, row)
        guard value.isFinite else { continue }
        totals[place(index, at, 0), default: 0] += value.magnitude
      }
    }
    var tops: [Place: Double] = [:]
    for index in stacked {
      for row in 0..<series[index].rowCount {
        var (at, value) = entry(index, row)
        if series[index].stacking == .normalized, let total = totals[place(index, at, 0)], total > 0 {
          value /= total
        }
        let key = place(index, at, value < 0 ? -1 : 1)
        let start = tops[key] ?? 0
        if value.isFinite { tops[key] = start + value }
        series[index].stackStart.append(value.isFinite ? start : .nan)
        series[index].stackEnd.append(start + value)
      }
    }
  }

  /// The number of areas that may share an x value.
  private func areaCount(like other: DataSeries) -> Int {
    series.count { $0.shape == .area && $0.stacking == other.stacking && $0.facet == other.facet }
  }

  private func place(_ index: Int, _ at: Double, _ sign: Int) -> Place {
    let series = series[index]
    return Place(
      shape: series.shape, at: at, facet: series.facet, position: series.position,
      label: series.isHorizontal ? series.xLabel : series.yLabel, sign: sign)
  }

  private func entry(_ index: Int, _ row: Int) -> (at: Double, value: Double) {
    let series = series[index]
    guard series.x.indices.contains(row), series.y.indices.contains(row) else { return (.nan, .nan) }
    return series.isHorizontal ? (series.y[row], series.x[row]) : (series.x[row], series.y[row])
  }
}
