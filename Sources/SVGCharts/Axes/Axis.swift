/// A place on an axis.
struct AxisTick: Sendable, Equatable {
  var value: Double
  /// Nil for a minor tick.
  var label: String?
}

/// One axis of a panel, resolved: its scale (range still 0…1), its ticks and its label.
struct Axis: Sendable, Equatable {
  var scale: PositionScale
  var ticks: [AxisTick]
  var label: String
  var hasGrid: Bool
  var isHidden: Bool
  /// True when the author fixed the domain, so that marks may reach beyond it.
  var isClipped: Bool

  /// The width of the widest tick label.
  func labelWidth(size: Double) -> Double {
    ticks.compactMap { $0.label.map { TextMetrics.width($0, size: size) } }.max() ?? 0
  }
}
