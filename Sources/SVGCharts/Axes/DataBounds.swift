/// The properties of the values along one axis that determine an automatic domain.
struct DataBounds: Sendable, Equatable {
  var low = Double.infinity
  var high = -Double.infinity
  /// The smallest positive value.
  var lowPositive = Double.infinity
  /// The largest positive value.
  var highPositive = 0.0
  /// The smallest magnitude that is not zero.
  var smallest = Double.infinity

  /// True when all values are whole numbers.
  var areWhole = true

  mutating func include(_ values: [Double]) {
    var bounds = self
    for value in values where value.isFinite {
      if value < bounds.low { bounds.low = value }
      if value > bounds.high { bounds.high = value }
      if bounds.areWhole && value != value.rounded() { bounds.areWhole = false }
      if value > 0 {
        if value < bounds.lowPositive { bounds.lowPositive = value }
        if value > bounds.highPositive { bounds.highPositive = value }
      }
      if value != 0, value.magnitude < bounds.smallest { bounds.smallest = value.magnitude }
    }
    self = bounds
  }

  var isEmpty: Bool { low > high }
}
