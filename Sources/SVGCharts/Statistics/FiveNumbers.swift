/// The statistics of a sample that a box plot shows, after Tukey.
struct FiveNumbers: Sendable, Equatable {
  /// The smallest value within 1.5 box heights of the box.
  var lower = Double.nan
  var firstQuartile = Double.nan
  var median = Double.nan
  var thirdQuartile = Double.nan
  /// The greatest value within 1.5 box heights of the box.
  var upper = Double.nan
  /// The values beyond the whiskers.
  var outliers: [Double] = []

  init(_ values: [Double]) {
    let sorted = values.filter { $0.isFinite }.sorted()
    guard !sorted.isEmpty else { return }
    firstQuartile = Quantile.of(sorted, at: 0.25)
    median = Quantile.of(sorted, at: 0.5)
    thirdQuartile = Quantile.of(sorted, at: 0.75)
    let reach = 1.5 * (thirdQuartile - firstQuartile)
    let inside = sorted.filter { $0 >= firstQuartile - reach && $0 <= thirdQuartile + reach }
    lower = min(inside.first ?? firstQuartile, firstQuartile)
    upper = max(inside.last ?? thirdQuartile, thirdQuartile)
    outliers = sorted.filter { $0 < lower || $0 > upper }
  }
}
