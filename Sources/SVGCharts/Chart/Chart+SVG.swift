extension Chart {
  /// The chart as an SVG document: the same bytes each time, valid XML for any data.
  ///
  /// It can stand alone or be put into an HTML page. Give each chart of a page its own `idPrefix` (letters,
  /// digits, `-` and `_`; other characters are dropped). `width` overrides that of `frame(width:height:)`,
  /// for instance 360 for a telephone. Without the style sheet, put `Chart.styleSheet` into the page once.
  public func svg(idPrefix: String = "chart", width: Double? = nil, includesStyle: Bool = true) -> String {
    SVGWriter.drawing(scene(width: width), idPrefix: idPrefix).text(includesStyle: includesStyle)
  }

  /// Two drawings for an HTML page, one for wide columns and one with proportions for a telephone; the style
  /// sheet shows one of them. `breakpoint` is the width of the page, in CSS pixels, at which it switches.
  public func responsiveSVG(idPrefix: String = "chart", breakpoint: Int = 560) -> String {
    let (wide, narrow) = drawings(idPrefix: idPrefix)
    let rules =
      "<style>.svg-chart-narrow{display:none}@media (max-width:" + String(breakpoint)
      + "px){.svg-chart-wide{display:none}.svg-chart-narrow{display:block}}</style>\n"
    return rules + wide.text(includesStyle: true) + narrow.text(includesStyle: false)
  }

  /// The two drawings of ``responsiveSVG(idPrefix:breakpoint:)``, in separate parts.
  package func drawings(idPrefix: String) -> (wide: ChartDrawing, narrow: ChartDrawing) {
    (wideDrawing(idPrefix: idPrefix), narrowDrawing(idPrefix: idPrefix))
  }

  /// The drawing for a wide column, in pieces.
  package func wideDrawing(idPrefix: String) -> ChartDrawing {
    SVGWriter.drawing(scene(width: nil), idPrefix: idPrefix, className: "svg-chart-wide")
  }

  /// The drawing for a telephone, in pieces.
  package func narrowDrawing(idPrefix: String) -> ChartDrawing {
    SVGWriter.drawing(scene(width: 360), idPrefix: idPrefix + "-narrow", className: "svg-chart-narrow")
  }

  /// The style sheet for all charts of a page.
  public static var styleSheet: String { StyleSheet.complete }

  func scene(width: Double? = nil) -> Scene { SceneBuilder(self, width: width).scene() }
}
