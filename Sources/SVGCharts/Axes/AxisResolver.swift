import ElementaryNumerics

/// Turns the bounds of the data and the author's options into an axis.
struct AxisResolver {
  var options: AxisOptions
  var bounds: DataBounds
  var categories: CategoryIndex?
  /// The label of the data.
  var dataLabel: String
  /// True when the domain must include zero.
  var includesZero = false
  /// True to extend an automatic linear domain to round values.
  var isNice = false
  /// The approximate number of ticks that fit.
  var count: Double
  var hasGrid = false

  /// The axis, with about as many ticks as fit.
  func resolve() -> Axis {
    var axis = Axis(
      scale: PositionScale(.linear, low: 0, high: 1), ticks: [], label: options.label ?? dataLabel,
      hasGrid: options.grid ?? hasGrid, isHidden: options.isHidden, isClipped: false)
    if let categories {
      let names = categories.names
      axis.scale = PositionScale(.category(names), low: -0.5, high: max(0.5, Double(names.count) - 0.5))
      axis.ticks = names.enumerated().map { AxisTick(value: Double($0.offset), label: $0.element) }
      axis.hasGrid = options.grid ?? false
      return axis
    }
    let kind = scaleKind
    var (low, high) = automaticDomain(kind)
    switch options.domain {
    case .automatic(_, let isReversed): if isReversed { (low, high) = (high, low) }
    case .categories: break
    case .fixed(let first, let last):
      if isUsable(first, last, kind) {
        (low, high) = (first, last)
        axis.isClipped = true
      }
    }
    axis.scale = PositionScale(kind, low: low, high: high)
    axis.ticks = ticks(kind, min(low, high), max(low, high))
    return axis
  }

  private var scaleKind: PositionScale.Kind {
    switch options.type ?? .linear {
    case .linear, .category: return .linear
    case .log: return .log
    case .symmetricLog:
      let smallest = bounds.smallest.isFinite ? bounds.smallest : 1
      return .symmetricLog(
        constant: max(smallest, bounds.isEmpty ? 1 : max(bounds.high.magnitude, bounds.low.magnitude) * 1e-12)
      )
    case .date: return .date
    case .duration: return .duration
    case .squareRoot: return .power(exponent: 0.5)
    case .power(let exponent):
      return exponent.isFinite && exponent > 0 ? .power(exponent: min(100, max(0.01, exponent))) : .linear
    }
  }

  private func isUsable(_ first: Double, _ last: Double, _ kind: PositionScale.Kind) -> Bool {
    guard first.isFinite, last.isFinite, first != last else { return false }
    let scale = PositionScale(kind, low: first, high: last)
    return scale.represents(first) && scale.represents(last)
  }

  private func automaticDomain(_ kind: PositionScale.Kind) -> (low: Double, high: Double) {
    if kind == .log {
      guard bounds.highPositive > 0 else { return (1, 10) }
      let (low, high) = (bounds.lowPositive, bounds.highPositive)
      if RealFunctions.log10(high) - RealFunctions.log10(low) < 1e-9 {
        return (max(low / 3, .leastNonzeroMagnitude), min(high * 3, .greatestFiniteMagnitude))
      }
      guard isNice else { return (low, high) }
      let margin = RealFunctions.power(10, (RealFunctions.log10(high) - RealFunctions.log10(low)) * 0.04)
      // Rounding gives the same bytes on every platform, although logarithms differ in the last digits.
      let rounded: (Double) -> Double = { DecimalNumber($0, significantDigits: 5).value }
      let (bottom, top) = (rounded(low / margin), rounded(high * margin))
      return (bottom > 0 && bottom < low ? bottom : low, top > high && top.isFinite ? top : high)
    }
    guard !bounds.isEmpty else { return (0, 1) }
    var (low, high) = (bounds.low, bounds.high)
    var wantsZero = includesZero
    if case .automatic(let asked?, _) = options.domain { wantsZero = asked }
    if wantsZero { (low, high) = (min(low, 0), max(high, 0)) }
    let magnitude = max(low.magnitude, high.magnitude)
    if high / 2 - low / 2 <= magnitude * 1e-12 {
      // A domain of one value is extended by one unit of its leading digit on both sides.
      guard magnitude > 0 else { return (-1, 1) }
      let unit = RealFunctions.power(10, RealFunctions.log10(magnitude).rounded(.down))
      let room = max(unit, 1e-300)
      let widened = (low - room, high + room)
      return widened.0.isFinite && widened.1.isFinite ? widened : (low * 0.5, high * 0.5 + high * 0.4)
    }
    guard isNice, kind != .date, kind != .duration else { return (low, high) }
    return LinearTicks.nice(low, high, count: count)
  }

  private func ticks(_ kind: PositionScale.Kind, _ low: Double, _ high: Double) -> [AxisTick] {
    let count = options.desiredCount.map(Double.init) ?? count
    if options.values == nil {
      if kind == .date { return TimeTicks(datesFrom: low, to: high, count: count).ticks }
      if kind == .duration { return TimeTicks(durationsFrom: low, to: high, count: count).ticks }
    }
    var major: [DecimalNumber]
    var minor: [DecimalNumber] = []
    switch kind {
    case .linear, .date, .duration, .category, .power:
      major = LinearTicks(low, high, count: count).ticks
      // Data of whole numbers need no ticks between whole numbers.
      let whole = major.filter { $0.reduced.exponent >= 0 }
      if bounds.areWhole && whole.count > 1 { major = whole }
    case .log:
      let ticks = LogTicks(low, high, count: count)
      (major, minor) = (ticks.major, ticks.minor)
    case .symmetricLog(let constant):
      major = SymmetricLogTicks(low, high, constant: constant, count: count).ticks
    }
    if let values = options.values {
      major = values.map { DecimalNumber($0, significantDigits: 12) }.filter {
        $0.value >= low && $0.value <= high
      }
      minor = []
    }
    let isLogarithmic = kind != .linear
    let labels = options.format.labels(major, isLogarithmic: isLogarithmic)
    return zip(major, labels).map { AxisTick(value: $0.value, label: $1) }
      + minor.map { AxisTick(value: $0.value) }
  }
}
