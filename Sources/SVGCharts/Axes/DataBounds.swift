/// What an automatic domain needs to know about the values along one axis.
struct DataBounds: Sendable, Equatable {
  var low = Double.infinity
  var high = -Double.infinity
  /// The smallest positive value.
  var lowPositive = Double.infinity
  /// The largest positive value.
  var highPositive = 0.0
  /// The smallest magnitude that is not zero.
  var smallest = Double.infinity

  mutating func include(_ values: [Double]) {
    for value in values where value.isFinite {
      low = min(low, value)
      high = max(high, value)
      if value > 0 {
        lowPositive = min(lowPositive, value)
        highPositive = max(highPositive, value)
      }
      if value != 0 { smallest = min(smallest, value.magnitude) }
    }
  }

  var isEmpty: Bool { low > high }
}
