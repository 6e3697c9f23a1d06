/// The data of a mark, by the role it plays.
struct MarkChannels: Sendable {
  var x: PlottableValue?
  var y: PlottableValue?
  var xEnd: PlottableValue?
  var yEnd: PlottableValue?
  /// The vector at (x, y).
  var deltaX: PlottableValue?
  var deltaY: PlottableValue?
  /// The ends of whiskers.
  var lower: PlottableValue?
  var upper: PlottableValue?
  /// The line inside a box.
  var middle: PlottableValue?
  var text: PlottableValue?
  var series: PlottableValue?

  init(
    x: PlottableValue? = nil, y: PlottableValue? = nil, xEnd: PlottableValue? = nil,
    yEnd: PlottableValue? = nil, series: PlottableValue? = nil
  ) {
    self.x = x
    self.y = y
    self.xEnd = xEnd
    self.yEnd = yEnd
    self.series = series
  }

  var columns: [DataColumn] {
    [x, y, xEnd, yEnd, deltaX, deltaY, lower, upper, middle, text, series].compactMap { $0?.column }
  }
}
