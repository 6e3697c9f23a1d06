extension ChartData {
  enum Dimension { case horizontal, vertical }

  /// The label of an axis: the labels of its series, each once; empty when there are more than three.
  func axisLabel(_ dimension: Dimension) -> String {
    let naming = series.filter { $0.shape.namesAxes }
    var labels: [String] = []
    for series in naming.isEmpty ? series : naming {
      let label = dimension == .vertical ? series.yLabel : series.xLabel
      if !label.isEmpty && !labels.contains(label) { labels.append(label) }
    }
    return labels.count <= 3 ? labels.joined(separator: ", ") : ""
  }

  /// The axis for all panels.
  func axis(_ dimension: Dimension, _ options: ChartOptions, count: Double) -> Axis {
    let isVertical = dimension == .vertical
    let fills = hasFill
    let hasPoints = series.contains { $0.shape == .point }
    let hasLines = series.contains { $0.shape.isConnected }
    return AxisResolver(
      options: isVertical ? options.y : options.x, bounds: isVertical ? yBounds : xBounds,
      categories: isVertical ? yCategories : xCategories, dataLabel: axisLabel(dimension),
      includesZero: standsOnZero(dimension), isNice: !fills && (isVertical || (hasPoints && !hasLines)),
      count: count, hasGrid: !fills && isVertical != isLying
    ).resolve()
  }

  /// True when an axis or the panel titles already name the categories that give the colours.
  var namesColorsElsewhere: Bool {
    let named = series.filter { !$0.name.isEmpty }
    guard let colorLabel, named.allSatisfy({ $0.style.colorBy?.label == colorLabel }) else { return false }
    if xCategories != nil && axisLabel(.horizontal) == colorLabel { return true }
    if yCategories != nil && axisLabel(.vertical) == colorLabel { return true }
    return named.allSatisfy { $0.style.facetBy?.label == colorLabel && $0.facet == $0.name }
  }

  /// True when bars are horizontal, so that quantities are on the x axis.
  var isLying: Bool { series.contains { $0.isHorizontal } }

  private func standsOnZero(_ dimension: Dimension) -> Bool {
    series.contains { series in
      guard series.shape == .bar || series.shape == .area, series.stacking != nil else { return false }
      return (dimension == .horizontal) == series.isHorizontal
    }
  }

  /// The values that an axis must show.
  func bounds(_ dimension: Dimension) -> DataBounds {
    let isVertical = dimension == .vertical
    var bounds = DataBounds()
    for series in series {
      let starts = isVertical ? series.y : series.x
      let ends = isVertical ? series.yEnd : series.xEnd
      let isAlongBars = series.isHorizontal == isVertical
      switch series.shape {
      case .bar where !series.stackEnd.isEmpty && !isAlongBars,
        .area where !series.stackEnd.isEmpty && isVertical:
        bounds.include(series.stackEnd)
      case .bar where isAlongBars && ends.isEmpty, .rectangle where ends.isEmpty:
        bounds.include(starts)
        bounds.include(ChartData.sides(starts))
      case .box where !isAlongBars:
        bounds.include(series.lower)
        bounds.include(series.upper)
      default:
        bounds.include(starts)
        bounds.include(ends)
      }
      // A function also has values between whole numbers.
      if series.shape.isOfFunction { bounds.areWhole = false }
    }
    return bounds
  }

  /// The outer edges of the first and the last of evenly spaced bars or cells.
  private static func sides(_ places: [Double]) -> [Double] {
    let sorted = Set(places.filter { $0.isFinite }).sorted()
    guard let first = sorted.first, let last = sorted.last, first < last else { return [] }
    let gap = zip(sorted, sorted.dropFirst()).map { $1 - $0 }.min() ?? 0
    return [first - gap / 2, last + gap / 2]
  }
}
