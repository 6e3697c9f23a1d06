extension ChartData {
  enum Dimension { case horizontal, vertical }

  /// The label of an axis: that of the data, when the series agree; otherwise those of all, once each.
  func axisLabel(_ label: (DataSeries) -> String) -> String {
    var labels: [String] = []
    // Rules mark a place on an axis that the other marks name.
    let naming = series.contains { $0.shape != .rule } ? series.filter { $0.shape != .rule } : series
    for series in naming where !label(series).isEmpty && !labels.contains(label(series)) {
      labels.append(label(series))
    }
    return labels.count <= 3 ? labels.joined(separator: ", ") : ""
  }

  /// The axis for all panels.
  func axis(_ dimension: Dimension, _ options: ChartOptions, count: Double) -> Axis {
    let isVertical = dimension == .vertical
    var bounds = DataBounds()
    for series in series {
      bounds.include(isVertical ? series.y : series.x)
      bounds.include(isVertical ? series.yEnd : series.xEnd)
    }
    return AxisResolver(
      options: isVertical ? options.y : options.x, bounds: bounds,
      categories: isVertical ? yCategories : xCategories,
      dataLabel: axisLabel(isVertical ? { $0.yLabel } : { $0.xLabel }), includesZero: false,
      isNice: isVertical, count: count, hasGrid: isVertical
    ).resolve()
  }
}
