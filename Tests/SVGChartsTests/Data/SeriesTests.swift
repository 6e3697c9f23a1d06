import Testing

@testable import SVGCharts

@Suite struct SeriesTests {
  @Test("single rows join into one series for each category, in order")
  func joining() {
    let chart = Chart {
      for step in 0..<3 {
        for (name, factor) in [("SGD", 1.0), ("RMSProp", 2)] {
          LineMark(x: .value("step", step), y: .value("loss", factor * Double(step)))
            .foregroundStyle(by: .value("optimizer", name))
        }
      }
    }
    #expect(chart.allSeries.map(\.name) == ["SGD", "RMSProp"])
    #expect(chart.series("RMSProp").y == [0, 2, 4])
    #expect(chart.series("RMSProp").last == 4)
    #expect(chart.series("RMSProp").y(at: 1) == 2)
  }

  @Test("a category column of an array mark splits it")
  func splitting() {
    let chart = Chart {
      LineMark(x: .value("x", [0, 0, 1, 1]), y: .value("y", [1, 2, 3, 4]))
        .foregroundStyle(by: .value("run", ["a", "b", "a", "b"]))
    }
    #expect(chart.series("a").y == [1, 3] && chart.series("b").y == [2, 4])
  }

  @Test("array marks with the same name stay separate lines of one colour")
  func arraysAreLines() {
    let chart = Chart {
      for shift in [0.0, 1] {
        LineMark(x: .value("x", 0...1), y: .value("y", [shift, shift])).foregroundStyle(
          by: .value("run", "a"))
      }
    }
    let series = ChartData(chart).series
    #expect(series.count == 2 && series[0].color == series[1].color)
  }

  @Test("array marks with different labels get different colours by default")
  func automaticColors() {
    let chart = Chart {
      LineMark(x: .value("step", 0...1), y: .value("train", [1.0, 0]))
      LineMark(x: .value("step", 0...1), y: .value("test", [1.0, 0.5]))
    }
    let series = ChartData(chart).series
    #expect(series.map(\.name) == ["train", "test"] && series[0].color != series[1].color)
    #expect(chart.series("test").last == 0.5)
  }

  @Test("an unknown series has no rows and is not a number")
  func unknown() {
    let series = Samples.line.series("Adam")
    #expect(series.count == 0 && series.last.isNaN && series.minimum.isNaN)
  }

  @Test("the builder supports control flow")
  func builder() {
    let (isOn, isOff, kind) = (true, false, 2)
    let chart = Chart {
      if isOn { LineMark(x: .value("x", [0]), y: .value("a", [1.0])) }
      if isOff {
        LineMark(x: .value("x", [0]), y: .value("b", [1.0]))
      } else {
        LineMark(x: .value("x", [0]), y: .value("c", [1.0]))
      }
      switch kind {
      case 2: LineMark(x: .value("x", [0]), y: .value("d", [1.0]))
      default: LineMark(x: .value("x", [0]), y: .value("e", [1.0]))
      }
      ForEach(["f", "g"]) { name in LineMark(x: .value("x", [0]), y: .value(name, [1.0])) }
      [PointMark(x: .value("x", 0), y: .value("h", 1)), PointMark(x: .value("x", 0), y: .value("i", 1))]
    }
    #expect(chart.allSeries.map(\.yLabel) == ["a", "c", "d", "f", "g", "h", "i"])
  }

  @Test("an inner style is kept under an outer one")
  func innerStyle() {
    let group = ChartGroup {
      LineMark(x: .value("x", [0]), y: .value("y", [1])).foregroundStyle(.orange)
      LineMark(x: .value("x", [0]), y: .value("y", [1]))
    }
    .foregroundStyle(.ink)
    #expect(group.marks.map(\.style.color) == [.orange, .ink])
  }

  @Test("missing values are gaps, other optionals are their values")
  func optionals() {
    let values: [Double?] = [1, nil, 3]
    let chart = Chart { LineMark(x: .value("x", 0...2), y: .value("y", values)) }
    #expect(chart.series("y").y[1].isNaN && chart.series("y").last == 3)
  }
}
