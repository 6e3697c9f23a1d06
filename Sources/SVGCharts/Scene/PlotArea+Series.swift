extension PlotArea {
  /// The drawing of one series.
  func nodes(_ series: DataSeries) -> [SceneNode] {
    switch series.shape {
    case .line: line(series)
    case .point: points(series)
    case .rule: rules(series)
    case .area, .bar: []
    }
  }

  /// What a script needs to turn coordinates back into values.
  func attributes(facet: String?) -> [(name: String, value: String)] {
    var attributes: [(name: String, value: String)] = []
    for (name, scale) in [("x", x), ("y", y)] {
      attributes.append((name + "-scale", scale.kind.name))
      if scale.isContinuous {
        attributes.append(
          (name + "-domain", NumberText.plain(scale.low) + " " + NumberText.plain(scale.high)))
      } else {
        attributes.append((name + "-domain", scale.categories.joined(separator: "\u{1f}")))
      }
      attributes.append((name + "-range", SVGNumber.text(scale.start) + " " + SVGNumber.text(scale.end)))
    }
    if let facet { attributes.append(("facet", facet)) }
    return attributes
  }

  func attributes(_ series: DataSeries) -> [(name: String, value: String)] {
    var attributes = [(name: "mark", value: series.shape.name)]
    if !series.name.isEmpty { attributes.append(("series", series.name)) }
    attributes.append(("x-label", series.xLabel))
    attributes.append(("y-label", series.yLabel))
    return attributes
  }
}

extension PositionScale.Kind {
  /// The name for scripts, with the parameter of the scale where it has one.
  var name: String {
    switch self {
    case .linear: "linear"
    case .log: "log"
    case .symmetricLog(let constant): "symlog " + NumberText.plain(constant)
    case .power(let exponent): "power " + NumberText.plain(exponent)
    case .category: "category"
    }
  }
}

extension MarkShape {
  /// The name for scripts and descriptions.
  var name: String {
    switch self {
    case .line: "line"
    case .point: "point"
    case .area: "area"
    case .bar: "bar"
    case .rule: "rule"
    }
  }
}

extension SceneNode {
  /// How many vertices the paths of the node have.
  var vertexCount: Int {
    switch self {
    case .group(let group): group.children.reduce(0) { $0 + $1.vertexCount }
    case .path(let path, _, _): path.commands.count
    case .rectangle, .text: 0
    }
  }
}
