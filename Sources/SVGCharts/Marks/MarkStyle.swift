/// How a mark looks. An unset part is decided by the chart.
struct MarkStyle: Sendable {
  var color: ChartColor?
  var colorBy: PlottableValue?
  var symbol: ChartSymbol?
  var symbolBy: PlottableValue?
  var symbolSize: Double?
  var stroke: StrokeStyle?
  var strokeBy: PlottableValue?
  var interpolation: InterpolationMethod?
  var opacity: Double?
  var facetBy: PlottableValue?

  /// Fills what is unset from another style.
  mutating func inherit(_ outer: MarkStyle) {
    if color == nil && colorBy == nil {
      color = outer.color
      colorBy = outer.colorBy
    }
    if symbol == nil && symbolBy == nil {
      symbol = outer.symbol
      symbolBy = outer.symbolBy
    }
    if stroke == nil && strokeBy == nil {
      stroke = outer.stroke
      strokeBy = outer.strokeBy
    }
    symbolSize = symbolSize ?? outer.symbolSize
    interpolation = interpolation ?? outer.interpolation
    opacity = opacity ?? outer.opacity
    facetBy = facetBy ?? outer.facetBy
  }
}

/// How a line is stroked.
public struct StrokeStyle: Sendable, Equatable {
  /// Width in points of the drawing; 0 or more.
  public var lineWidth: Double
  /// Lengths of dash and gap in turn, in points; empty for a solid line.
  public var dash: [Double]

  /// A stroke of the given width and dash pattern.
  public init(lineWidth: Double = 1.75, dash: [Double] = []) {
    self.lineWidth = lineWidth.isFinite ? max(0, lineWidth) : 1.75
    self.dash = dash.filter { $0.isFinite && $0 >= 0 }
  }
}

/// How a line goes from one data point to the next.
public enum InterpolationMethod: Sendable, Equatable {
  /// Straight segments.
  case linear
  /// A smooth curve that never overshoots the data (Fritsch and Carlson, 1980).
  case monotone
  /// A smooth Catmull–Rom spline; it may overshoot.
  case catmullRom
  /// A smooth cardinal spline with tension 0; it may overshoot.
  case cardinal
  /// Holds the next value: the step comes at the start of an interval.
  case stepStart
  /// Steps half-way between two points.
  case stepCenter
  /// Holds the present value: the step comes at the end of an interval.
  case stepEnd
}

/// The symbol of a point.
public enum ChartSymbol: Int, Sendable, CaseIterable {
  /// A filled disc.
  case circle
  /// A square.
  case square
  /// A triangle, point up.
  case triangle
  /// A square on its corner.
  case diamond
  /// A plus sign.
  case plus
  /// A diagonal cross.
  case cross
  /// A five-pointed star.
  case star
  /// A triangle, point down.
  case triangleDown
}
