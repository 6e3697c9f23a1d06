/// One axis of a panel, resolved: its scale (range still 0…1), its ticks and its label.
struct Axis: Sendable, Equatable {
  var scale: PositionScale
  var ticks: [AxisTick]
  var label: String
  var hasGrid: Bool
  var isHidden: Bool
  /// True when the author fixed the domain, so that marks may reach beyond it.
  var isClipped: Bool

  /// True when the names of bands are too long to stand side by side, so that they are written aslant.
  var isAslant = false

  /// The sine and cosine of the slope of aslant labels, 35°.
  static let slope = (sine: 0.5736, cosine: 0.8192)

  /// The longest an aslant label may be.
  static let aslantLimit = 110.0

  /// The axis with aslant labels when its bands are narrower than its labels; wide bands
  /// shorten them instead.
  func fitted(bandStep: Double) -> Axis {
    var axis = self
    axis.isAslant =
      !scale.isContinuous && bandStep < Axis.aslantLimit && labelWidth(size: Typography.tick) + 10 > bandStep
    return axis
  }

  /// How much height aslant labels take beyond that of level ones.
  var extraHeight: Double {
    isAslant ? min(Axis.aslantLimit, labelWidth(size: Typography.tick)) * Axis.slope.sine - 4 : 0
  }

  /// The width of the widest tick label.
  func labelWidth(size: Double) -> Double {
    ticks.compactMap { $0.label.map { TextMetrics.width($0, size: size) } }.max() ?? 0
  }
}
