/// The options that the author set for one axis. Unset options follow from the data.
struct AxisOptions: Sendable {
  init(type: ScaleType? = nil, domain: ScaleDomain = .automatic()) {
    self.type = type
    self.domain = domain
  }

  /// Nil takes the label of the data; an empty text hides the label.
  var label: String?
  var type: ScaleType?
  var domain: ScaleDomain
  var isHidden = false
  var grid: Bool?
  var desiredCount: Int?
  var values: [Double]?
  var format = TickFormat.automatic
}
