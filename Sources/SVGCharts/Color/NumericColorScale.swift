/// Turns numbers into colours of a ramp.
struct NumericColorScale: Sendable, Equatable {
  var ramp = ColorRamp.Kind.sequential
  var scale: PositionScale
  var label: String
  /// The ticks of its legend.
  var ticks: [AxisTick] = []

  /// The scale for all marks coloured by numbers; nil when there are none.
  init?(_ chart: Chart) {
    let columns = chart.marks.compactMap { $0.style.colorBy }.filter { !$0.column.isCategorical }
    guard let first = columns.first else { return nil }
    var bounds = DataBounds()
    for column in columns { bounds.include((0..<column.column.count).map { column.column.number($0) }) }
    label = first.label
    let options = chart.options.colorOptions
    var resolver = AxisResolver(
      options: AxisOptions(type: options.type, domain: options.domain), bounds: bounds, categories: nil,
      dataLabel: label, count: 5)
    if case .diverging(let center) = options.ramp {
      ramp = .diverging
      let reach = max((bounds.high - center).magnitude, (center - bounds.low).magnitude)
      if case .automatic = options.domain, reach.isFinite, reach > 0 {
        resolver.options.domain = .fixed(center - reach, center + reach)
      }
    }
    let axis = resolver.resolve()
    scale = axis.scale
    ticks = axis.ticks.filter { $0.label != nil }
  }

  /// The colour of a value. Strokes and small symbols use only the strong part of the sequential ramp,
  /// to reach a contrast of 3 : 1 with the paper.
  func color(_ value: Double, isStroke: Bool) -> ChartColor {
    let fraction = scale.fraction(value)
    guard !fraction.isNaN else { return .rule }
    let part = min(1, max(0, fraction))
    switch ramp {
    case .sequential: return .sequential(isStroke ? 0.48 + 0.52 * part : part)
    case .diverging: return .diverging(part)
    }
  }
}
