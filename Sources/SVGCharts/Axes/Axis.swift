/// One axis of a panel, resolved: its scale (range still 0…1), its ticks and its label.
struct Axis: Sendable, Equatable {
  var scale: PositionScale
  var ticks: [AxisTick]
  var label: String
  var hasGrid: Bool
  var isHidden: Bool
  /// True when the author fixed the domain, so that marks may reach beyond it.
  var isClipped: Bool

  /// True when the labels of the bands are too long to fit side by side, so that they are drawn at a slant.
  var isAslant = false

  /// The sine and cosine of the slope of slanted labels, 35°.
  static let slope = (sine: 0.5736, cosine: 0.8192)

  /// The maximum length of a slanted label, in points.
  static let aslantLimit = 110.0

  /// The axis with slanted labels when its bands are narrower than its labels. Wide bands shorten
  /// their labels instead.
  func fitted(bandStep: Double) -> Axis {
    var axis = self
    axis.isAslant =
      !scale.isContinuous && bandStep < Axis.aslantLimit && labelWidth(size: Typography.tick) + 10 > bandStep
    return axis
  }

  /// The extra height of slanted labels compared with horizontal ones.
  var extraHeight: Double {
    isAslant ? min(Axis.aslantLimit, labelWidth(size: Typography.tick)) * Axis.slope.sine - 4 : 0
  }

  /// The width of the widest tick label.
  func labelWidth(size: Double) -> Double {
    ticks.compactMap { $0.label.map { TextMetrics.width($0, size: size) } }.max() ?? 0
  }
}
