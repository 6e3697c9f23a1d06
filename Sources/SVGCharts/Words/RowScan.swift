/// The properties of rows that a sentence needs, found in one pass over the rows whose x and y are both finite.
struct RowScan: Sendable {
  var count = 0
  var first = (x: Double.nan, y: Double.nan)
  var last = (x: Double.nan, y: Double.nan)
  var low = (x: Double.nan, y: Double.infinity)
  var high = (x: Double.nan, y: -Double.infinity)
  /// True when some y is not a whole number.
  var hasFraction = false
  /// True when x never decreases.
  var isOrdered = true

  init(x: [Double], y: [Double]) {
    for row in 0..<min(x.count, y.count) {
      let (x, y) = (x[row], y[row])
      guard x.isFinite, y.isFinite else { continue }
      if count == 0 { first = (x, y) } else if x < last.x { isOrdered = false }
      count += 1
      last = (x, y)
      if y < low.y { low = (x, y) }
      if y > high.y { high = (x, y) }
      hasFraction = hasFraction || y != y.rounded(.towardZero)
    }
  }
}
