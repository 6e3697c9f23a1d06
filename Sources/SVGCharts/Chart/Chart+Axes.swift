extension Chart {
  /// Sets the label of the x axis; an empty text hides it. The default is the label of the data.
  public func chartXAxisLabel(_ label: String) -> Chart { with { $0.x.label = label } }

  /// Sets the label of the y axis; an empty text hides it. The default is the label of the data.
  public func chartYAxisLabel(_ label: String) -> Chart { with { $0.y.label = label } }

  /// Shows or hides the x axis with its ticks and label.
  public func chartXAxis(_ visibility: Visibility) -> Chart { with { $0.x.isHidden = visibility == .hidden } }

  /// Shows or hides the y axis with its grid, ticks and label.
  public func chartYAxis(_ visibility: Visibility) -> Chart { with { $0.y.isHidden = visibility == .hidden } }

  /// Sets the ticks of the x axis: their values or approximate number, their format, and their grid lines.
  public func chartXAxis(
    values: [Double]? = nil, desiredCount: Int? = nil, format: TickFormat = .automatic, grid: Bool? = nil
  ) -> Chart {
    with { $0.x.setTicks(values, desiredCount, format, grid) }
  }

  /// Sets the ticks of the y axis: their values or approximate number, their format, and their grid lines.
  public func chartYAxis(
    values: [Double]? = nil, desiredCount: Int? = nil, format: TickFormat = .automatic, grid: Bool? = nil
  ) -> Chart {
    with { $0.y.setTicks(values, desiredCount, format, grid) }
  }

  /// Sets how many panels of `facet(by:)` are in a row, at least 1.
  public func chartFacet(columns: Int) -> Chart { with { $0.facetColumns = max(1, columns) } }

  /// Shows or hides the legend. With `.automatic`, a chart with more than one category has a legend, or names
  /// at the ends of its lines when they fit. The title defaults to the label of the categories.
  public func chartLegend(_ visibility: Visibility, title: String? = nil) -> Chart {
    with {
      $0.legend = visibility
      $0.legendTitle = title
    }
  }
}

extension AxisOptions {
  mutating func setTicks(_ values: [Double]?, _ desiredCount: Int?, _ format: TickFormat, _ grid: Bool?) {
    self.values = values?.filter { $0.isFinite }
    self.desiredCount = desiredCount.map { min(50, max(1, $0)) }
    self.format = format
    self.grid = grid
  }
}
