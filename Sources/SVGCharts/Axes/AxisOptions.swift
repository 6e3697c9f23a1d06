/// What the author asked of one axis; the rest is decided from the data.
struct AxisOptions: Sendable {
  /// Nil takes the label of the data, an empty text hides it.
  var label: String?
  var type: ScaleType?
  var domain = ScaleDomain.automatic()
  var isHidden = false
  var grid: Bool?
  var desiredCount: Int?
  var values: [Double]?
  var format = TickFormat.automatic
}

/// Whether a part of a chart is shown.
public enum Visibility: Sendable {
  /// The chart decides.
  case automatic
  /// Always shown.
  case visible
  /// Never shown.
  case hidden
}
