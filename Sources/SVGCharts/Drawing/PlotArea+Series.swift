extension PlotArea {
  /// The drawing of one series.
  func drawing(_ series: DataSeries) -> SeriesDrawing {
    switch series.shape {
    case .line: line(series)
    case .trajectory: trajectory(series)
    case .point: points(series)
    case .area: area(series)
    case .bar: SeriesDrawing(nodes: bars(series))
    case .rectangle: SeriesDrawing(nodes: rectangles(series))
    case .rule: SeriesDrawing(nodes: rules(series))
    case .box: SeriesDrawing(nodes: boxes(series))
    case .errorBar: SeriesDrawing(nodes: errorBars(series))
    case .text: SeriesDrawing(nodes: texts(series))
    case .arrow: SeriesDrawing(nodes: arrows(series))
    case .vectors: SeriesDrawing(nodes: vectors(series))
    case .contour, .filledContour: contour(series)
    case .images: SeriesDrawing(nodes: images(series))
    }
  }

  /// The attributes that a script needs to turn coordinates back into values.
  func attributes(facet: String?) -> [SceneAttribute] {
    var attributes: [SceneAttribute] = []
    for (name, scale) in [("x", x), ("y", y)] {
      attributes.append(SceneAttribute(name + "-scale", scale.kind.name))
      let domain =
        scale.isContinuous
        ? NumberText.plain(scale.low) + " " + NumberText.plain(scale.high)
        : scale.categories.prefix(1000).joined(separator: "\u{1f}")
      attributes.append(SceneAttribute(name + "-domain", domain))
      attributes.append(
        SceneAttribute(name + "-range", SVGNumber.text(scale.start) + " " + SVGNumber.text(scale.end)))
    }
    if let facet { attributes.append(SceneAttribute("facet", facet)) }
    return attributes
  }

  /// The attributes that a script needs to name the values of a series.
  func attributes(_ series: DataSeries) -> [SceneAttribute] {
    var attributes = [SceneAttribute("mark", series.shape.rawValue)]
    if !series.name.isEmpty { attributes.append(SceneAttribute("series", series.name)) }
    attributes.append(SceneAttribute("x-label", series.xLabel))
    attributes.append(SceneAttribute("y-label", series.yLabel))
    if series.shape == .line, let method = series.style.interpolation, method != .linear,
      series.rowCount <= 500
    {
      // Curves and steps have vertices that are not data, so scripts need the data points.
      let points = zip(series.x, series.y).compactMap { point($0, $1) }
      let words = points.map { SVGNumber.text($0.x) + "," + SVGNumber.text($0.y) }
      attributes.append(SceneAttribute("points", words.joined(separator: " ")))
    }
    return attributes
  }

  /// A value as text: the name of the band, or the number.
  func words(_ value: Double, _ scale: PositionScale) -> String {
    if scale.kind == .date, value.isFinite { return TimeTicks.moment(value) }
    guard !scale.isContinuous else { return NumberText.prose(value, significantDigits: 4) }
    let names = scale.categories
    return value >= 0 && value < Double(names.count) ? names[Int(value)] : ""
  }

  /// A title such as "RMSProp: step 3, loss 0.25".
  func title(_ series: DataSeries, _ parts: [(label: String, text: String)]) -> String {
    let words = parts.filter { !$0.text.isEmpty }.map {
      $0.label.isEmpty ? $0.text : $0.label + " " + $0.text
    }
    let prefix = series.name.isEmpty || series.name == series.yLabel ? "" : series.name + ": "
    return prefix + words.joined(separator: ", ")
  }
}

extension PositionScale.Kind {
  /// The name for scripts, with the parameter of the scale where it has one.
  var name: String {
    switch self {
    case .linear: "linear"
    case .date: "date"
    case .duration: "duration"
    case .log: "log"
    case .symmetricLog(let constant): "symlog " + NumberText.plain(constant)
    case .power(let exponent): "power " + NumberText.plain(exponent)
    case .category: "category"
    }
  }
}
