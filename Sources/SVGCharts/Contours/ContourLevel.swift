/// One level of a contour plot.
struct ContourLevel: Sendable {
  /// The name of the values.
  var label: String
  var value: Double
  /// All levels of the plot, for the legend.
  var levels: [Double]
  /// The number of the level, from 0; with fills, 0 is the region below the first level.
  var index: Int
  /// Rings to fill, or lines to stroke, in coordinates of the data.
  var paths: [[Point]]
}
