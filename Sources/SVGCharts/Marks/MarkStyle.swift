/// The appearance of a mark. The chart decides each property that is not set.
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
  /// Places bars and boxes of one band side by side.
  var positionBy: PlottableValue?
  var cornerRadius: Double?
  /// The width of bars and boxes as a share of the band.
  var widthRatio: Double?
  var annotation: Annotation?
  var textAnchor: AnnotationPosition?

  /// Takes the properties that are not set from another style.
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
    positionBy = positionBy ?? outer.positionBy
    cornerRadius = cornerRadius ?? outer.cornerRadius
    widthRatio = widthRatio ?? outer.widthRatio
    annotation = annotation ?? outer.annotation
    textAnchor = textAnchor ?? outer.textAnchor
  }
}
