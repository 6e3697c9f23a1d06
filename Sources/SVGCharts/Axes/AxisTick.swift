/// A place on an axis.
struct AxisTick: Sendable, Equatable {
  var value: Double
  /// Nil for a minor tick.
  var label: String?
}
