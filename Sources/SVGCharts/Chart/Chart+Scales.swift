extension Chart {
  /// Sets the domain and the type of the x scale.
  public func chartXScale(domain: ScaleDomain = .automatic(), type: ScaleType? = nil) -> Chart {
    with { $0.x.set(domain, type) }
  }

  /// Sets the domain and the type of the y scale.
  public func chartYScale(domain: ScaleDomain = .automatic(), type: ScaleType? = nil) -> Chart {
    with { $0.y.set(domain, type) }
  }

  /// Sets the domain of the x scale to a range.
  public func chartXScale<Bound: Plottable>(domain: ClosedRange<Bound>, type: ScaleType? = nil) -> Chart {
    with { $0.x.set(ScaleDomain(domain), type) }
  }

  /// Sets the domain of the y scale to a range.
  public func chartYScale<Bound: Plottable>(domain: ClosedRange<Bound>, type: ScaleType? = nil) -> Chart {
    with { $0.y.set(ScaleDomain(domain), type) }
  }

  /// Shows these categories along x, in this order.
  public func chartXScale(domain: [String]) -> Chart { with { $0.x.set(.categories(domain), .category) } }

  /// Shows these categories along y, in this order, the first at the top.
  public func chartYScale(domain: [String]) -> Chart { with { $0.y.set(.categories(domain), .category) } }

  /// Gives categories fixed colours, in this order in the legend:
  /// `.chartForegroundStyleScale(["SGD": .orange, "RMSProp": .blue])`.
  public func chartForegroundStyleScale(_ mapping: KeyValuePairs<String, ChartColor>) -> Chart {
    chartForegroundStyleScale(domain: mapping.map { $0.key }, range: mapping.map { $0.value })
  }

  /// Sets the colour scale for numbers: the ramp, the domain and the type of scale.
  public func chartForegroundStyleScale(
    _ scheme: ColorScheme, domain: ScaleDomain = .automatic(), type: ScaleType? = nil
  ) -> Chart {
    with { $0.colorOptions = ColorOptions(ramp: scheme, domain: domain, type: type) }
  }

  /// Sets the order of categories and their colours; a category without a colour takes one of the palette.
  public func chartForegroundStyleScale(domain: [String], range: [ChartColor] = []) -> Chart {
    with {
      $0.categoryDomain = domain
      $0.categoryColors = range
    }
  }
}

extension AxisOptions {
  mutating func set(_ domain: ScaleDomain, _ type: ScaleType?) {
    self.domain = domain
    self.type = type ?? self.type
  }
}

extension ScaleDomain {
  /// The domain between two bounds; automatic when they are not finite numbers.
  init<Bound: Plottable>(_ range: ClosedRange<Bound>) {
    guard case .number(let low) = range.lowerBound.datum, case .number(let high) = range.upperBound.datum,
      low.isFinite, high.isFinite
    else {
      self = .automatic()
      return
    }
    self = .fixed(low, high)
  }
}
