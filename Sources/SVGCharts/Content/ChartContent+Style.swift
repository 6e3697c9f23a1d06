extension ChartContent {
  func styled(_ change: (inout MarkStyle) -> Void) -> ChartGroup {
    var outer = MarkStyle()
    change(&outer)
    return ChartGroup(
      marks: marks.map { mark in
        var mark = mark
        mark.style.inherit(outer)
        return mark
      })
  }

  /// Colours the marks by a value: categories take the colours of the palette in turn, numbers a continuous scale.
  public func foregroundStyle(by value: PlottableValue) -> ChartGroup { styled { $0.colorBy = value } }

  /// Gives the marks one colour.
  public func foregroundStyle(_ color: ChartColor) -> ChartGroup { styled { $0.color = color } }

  /// Chooses symbols by category. On a line it also shows the symbols.
  public func symbol(by value: PlottableValue) -> ChartGroup { styled { $0.symbolBy = value } }

  /// Gives the marks one symbol. On a line it also shows the symbols.
  public func symbol(_ symbol: ChartSymbol) -> ChartGroup { styled { $0.symbol = symbol } }

  /// Sets the area of symbols in square points, as in Swift Charts; 30 is usual.
  public func symbolSize(_ area: Double) -> ChartGroup { styled { $0.symbolSize = area } }

  /// Chooses dash patterns by category, so that lines can be distinguished without colour.
  public func lineStyle(by value: PlottableValue) -> ChartGroup { styled { $0.strokeBy = value } }

  /// Sets width and dash of lines.
  public func lineStyle(_ style: StrokeStyle) -> ChartGroup { styled { $0.stroke = style } }

  /// Sets the interpolation of lines and areas between points.
  public func interpolationMethod(_ method: InterpolationMethod) -> ChartGroup {
    styled { $0.interpolation = method }
  }

  /// Makes the marks translucent: 0 is invisible, 1 is opaque.
  public func opacity(_ opacity: Double) -> ChartGroup {
    styled { $0.opacity = opacity.isNaN ? 1 : min(1, max(0, opacity)) }
  }

  /// Puts bars and boxes of one band side by side, by category.
  public func position(by value: PlottableValue) -> ChartGroup { styled { $0.positionBy = value } }

  /// Rounds the corners of bars and rectangles, in points.
  public func cornerRadius(_ radius: Double) -> ChartGroup {
    styled { $0.cornerRadius = radius.isFinite ? max(0, radius) : 0 }
  }

  /// Sets the width of a bar or box as a share of its band, above 0 and at most 1.
  public func barWidth(ratio: Double) -> ChartGroup {
    styled { $0.widthRatio = ratio.isFinite ? min(1, max(0.01, ratio)) : nil }
  }

  /// Adds a short text at the last data point of each mark.
  public func annotation(_ text: String, position: AnnotationPosition = .top) -> ChartGroup {
    styled { $0.annotation = Annotation(text: text, position: position) }
  }

  /// Places the marks in the panel of their category: small multiples that share their axes.
  /// Marks without a facet appear in every panel.
  public func facet(by value: PlottableValue) -> ChartGroup { styled { $0.facetBy = value } }
}
