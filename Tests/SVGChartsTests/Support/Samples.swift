import SVGCharts

/// One chart for each mark, with fixed data.
enum Samples {
  static let steps = Array(0...8)
  static let falling = [4.0, 2.6, 1.7, 1.1, 0.72, 0.47, 0.31, 0.2, 0.13]
  static let noisy = [4.0, 3.1, 3.4, 2.2, 2.6, 1.9, 2.1, 1.4, 1.6]

  static var line: Chart {
    Chart {
      for (name, losses) in [("SGD", noisy), ("RMSProp", falling)] {
        LineMark(x: .value("step", steps), y: .value("loss", losses))
          .foregroundStyle(by: .value("optimizer", name))
      }
    }
    .chartTitle("RMSProp is faster", subtitle: "the same start, the same learning rate")
    .chartYScale(type: .log)
  }

  static var point: Chart {
    Chart {
      PointMark(x: .value("x", [1, 2, 3]), y: .value("y", [2.0, 4, 3]))
        .symbol(by: .value("group", ["a", "b", "a"]))
        .foregroundStyle(by: .value("group", ["a", "b", "a"]))
    }
    .chartCaption("Made up.")
  }

  static var area: Chart {
    Chart {
      AreaMark(x: .value("x", 0...2), y: .value("y", [1.0, 2, 1])).foregroundStyle(by: .value("part", "a"))
      AreaMark(x: .value("x", 0...2), y: .value("y", [2.0, 1, 3])).foregroundStyle(by: .value("part", "b"))
    }
  }

  static var band: Chart {
    Chart {
      BandMark(x: .value("step", 0...2), y: "loss", runs: [[3, 2, 1], [4, 2.5, 1.5], [5, 3, 2]])
      LineMark(x: .value("step", 0...2), y: .value("loss", [4, 2.5, 1.5]))
    }
  }

  static var bar: Chart {
    Chart {
      BarMark(x: .value("model", ["linear", "deep"]), y: .value("accuracy", [0.9, 0.97]))
    }
  }

  static var lyingBar: Chart {
    Chart { BarMark(x: .value("steps", [100, 40]), y: .value("optimizer", ["SGD", "RMSProp"])) }
  }

  static var groupedBar: Chart {
    Chart {
      for (name, values) in [("train", [3.0, -1]), ("test", [2.0, -2])] {
        BarMark(x: .value("model", ["a", "b"]), y: .value("score", values))
          .foregroundStyle(by: .value("set", name))
          .position(by: .value("set", name))
      }
    }
  }

  static var histogram: Chart {
    Chart { HistogramMark(.value("weight", [0.1, 0.2, 0.25, 0.4, 0.45, 0.5, 0.7, 0.95]), bins: 5) }
  }

  static var rule: Chart {
    Chart {
      LineMark(x: .value("x", 0...2), y: .value("y", [0.0, 2, 1]))
      RuleMark(y: .value("y", 1.5)).annotation("goal")
      RuleMark(x: .value("x", 1)).lineStyle(StrokeStyle(lineWidth: 1, dash: [3, 3]))
    }
  }

  static var text: Chart {
    Chart {
      PointMark(x: .value("x", [0, 1]), y: .value("y", [0, 1]))
      TextMark("here", x: .value("x", 1), y: .value("y", 1), position: .leading)
      ArrowMark(
        xStart: .value("x", 0), yStart: .value("y", 1), xEnd: .value("x", 0.5), yEnd: .value("y", 0.5))
    }
  }

  static var heatMap: Chart {
    Chart { HeatMap("loss", rows: [[1, 2, 3], [4, .nan, 6]], x: .value("rate", ["a", "b", "c"])) }
  }

  static var images: Chart {
    Chart { ImageGrid([[0, 0.5, 1, 0.25], [1, 0, 0, 1]], width: 2, labels: ["first", "second"]) }
  }

  static var contour: Chart {
    Chart {
      ContourPlot(
        x: "x", y: "y", value: "f", xDomain: -1...1, yDomain: -1...1, levels: .values([0.25, 0.5]),
        resolution: 9
      ) { x, y in x * x + y * y }
    }
  }

  static var filledContour: Chart {
    Chart {
      ContourPlot(
        x: "x", y: "y", value: "f", xDomain: -1...1, yDomain: -1...1, levels: .values([0, 1]), style: .filled,
        resolution: 5
      ) { x, y in x + y }
    }
  }

  static var vectors: Chart {
    Chart { VectorFieldPlot(x: "x", y: "y", xDomain: -1...1, yDomain: -1...1, count: 3) { x, y in (-x, -y) } }
  }

  static var trajectory: Chart {
    Chart { TrajectoryMark(x: .value("x", [0, 1, 2]), y: .value("y", [2.0, 0, 1])) }
  }

  static var box: Chart {
    Chart {
      BoxMark(x: .value("optimizer", ["a", "a", "a", "a", "a"]), y: .value("error", [1.0, 2, 3, 4, 20]))
    }
  }

  static var errorBar: Chart {
    Chart { ErrorBarMark(x: .value("x", [1, 2]), y: .value("y", [3.0, 4]), error: [0.5, 1]) }
  }

  static var confusion: Chart {
    Chart { ConfusionMatrix(counts: [[8, 2], [1, 9]], labels: ["cat", "dog"]) }
  }

  static var facet: Chart {
    Chart {
      for (name, losses) in [("SGD", noisy), ("RMSProp", falling)] {
        LineMark(x: .value("step", steps), y: .value("loss", losses)).facet(by: .value("optimizer", name))
      }
    }
  }

  static var sideBySide: Chart {
    Chart(columns: 2, charts: [bar.chartTitle("left"), rule.chartTitle("right")])
  }

  static let all: [(name: String, chart: Chart)] = [
    ("line", line), ("point", point), ("area", area), ("band", band), ("bar", bar), ("lying-bar", lyingBar),
    ("grouped-bar", groupedBar), ("histogram", histogram), ("rule", rule), ("text", text),
    ("heat-map", heatMap), ("images", images), ("contour", contour), ("filled-contour", filledContour),
    ("vectors", vectors), ("trajectory", trajectory), ("box", box), ("error-bar", errorBar),
    ("confusion", confusion), ("facet", facet), ("side-by-side", sideBySide),
  ]
}
