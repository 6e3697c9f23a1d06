import ElementaryNumerics

/// A function from data to a coordinate of the drawing.
struct PositionScale: Sendable, Equatable {
  /// The mapping from a value to the range.
  enum Kind: Sendable, Equatable {
    case linear
    case log
    case symmetricLog(constant: Double)
    case power(exponent: Double)
    /// Linear; values are seconds since 1970.
    case date
    /// Linear; values are seconds.
    case duration
    /// Values are indices of these names.
    case category([String])
  }

  let kind: Kind
  /// The value at the start of the range.
  let low: Double
  /// The value at the end of the range.
  let high: Double
  /// The coordinate of `low`.
  var start: Double
  /// The coordinate of `high`.
  var end: Double
  private let transformedLow: Double
  private let transformedHigh: Double

  init(_ kind: Kind, low: Double, high: Double, start: Double = 0, end: Double = 1) {
    self.kind = kind
    self.low = low
    self.high = high
    self.start = start
    self.end = end
    transformedLow = PositionScale.transform(low, kind)
    transformedHigh = PositionScale.transform(high, kind)
  }

  /// The scale with another range.
  func ranged(_ start: Double, _ end: Double) -> PositionScale {
    var scale = self
    scale.start = start
    scale.end = end
    return scale
  }

  var isContinuous: Bool {
    if case .category = kind { false } else { true }
  }

  /// Names of the bands; empty for a continuous scale.
  var categories: [String] {
    if case .category(let names) = kind { names } else { [] }
  }

  /// The distance between neighbouring categories, 0 for a continuous scale.
  var bandStep: Double {
    guard case .category(let names) = kind else { return 0 }
    return (end - start).magnitude / Double(max(1, names.count))
  }

  /// The coordinate of a value; NaN when the scale has none for it. Limited to ±10⁶, so that it can be written.
  func callAsFunction(_ value: Double) -> Double {
    let part = fraction(value)
    guard !part.isNaN else { return .nan }
    return min(1e6, max(-1e6, start + (end - start) * part))
  }

  /// The factor and the offset of a linear scale; nil for other scales and for extreme numbers.
  var affine: (factor: Double, offset: Double)? {
    let factor = (end - start) / (high - low)
    guard kind == .linear, factor.isFinite, factor != 0, factor.magnitude < 1e200, factor.magnitude > 1e-200,
      low.magnitude < (high - low).magnitude * 1e6
    else { return nil }
    return (factor, start - low * factor)
  }

  /// 0 at `low`, 1 at `high`; NaN when the scale has no position for the value.
  func fraction(_ value: Double) -> Double {
    guard value.isFinite else { return .nan }
    let transformed = PositionScale.transform(value, kind)
    guard transformed.isFinite else { return .nan }
    let span = transformedHigh - transformedLow
    guard span.isFinite else {
      return (transformed / 4 - transformedLow / 4) / (transformedHigh / 4 - transformedLow / 4)
    }
    guard span != 0 else { return 0.5 }
    return (transformed - transformedLow) / span
  }

  /// True when the scale has a position for the value.
  func represents(_ value: Double) -> Bool { !fraction(value).isNaN }

  static func transform(_ value: Double, _ kind: Kind) -> Double {
    switch kind {
    case .date, .duration: value
    case .linear, .category: value
    case .log: value > 0 ? RealFunctions.log10(value) : .nan
    case .symmetricLog(let constant):
      RealFunctions.log1p(value.magnitude / constant) * (value < 0 ? -1 : 1)
    case .power(let exponent): RealFunctions.power(value.magnitude, exponent) * (value < 0 ? -1 : 1)
    }
  }
}
